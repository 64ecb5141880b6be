"""``python -m govdisclosure``."""

from govdisclosure.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
