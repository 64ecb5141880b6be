"""Lock tests/node/package.json, without addresses: a lock file names packages and their hashes, no hosts."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

NODE = Path(__file__).parent.parent / "tests" / "node"


def main() -> int:
    """Resolve anew where nothing is installed (npm leaves out hashes of what it finds), drop the funding addresses."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", ".npmrc"):
            shutil.copy(NODE / name, folder)
        command = ["npm", "install", "--package-lock-only", "--loglevel=error"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        content = json.loads((Path(folder) / "package-lock.json").read_text("utf-8"))
    content["name"] = json.loads((NODE / "package.json").read_text("utf-8"))["name"]
    for name, package in content["packages"].items():
        package.pop("funding", None)
        if (name and "integrity" not in package) or "resolved" in package:
            print(f"{name}: without a hash, or with an address")
            return 1
    (NODE / "package-lock.json").write_text(json.dumps(content, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
