import json, subprocess, sys
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any
import attrs, pytest
from tests.foreign_form import FOIA, VINTAGE, foia
from tests.tools import ROOT, need, examples
import conformance
import govdisclosure as gd
from govdisclosure import catalog
from govdisclosure.cell import Absent, LessThan, CellValue
from govdisclosure.checks import TABLE_CHECKS, check_years
from govdisclosure.codec import write
from govdisclosure.form import Form
from govdisclosure.form_json import form_json
from govdisclosure.model import AdministrativeLevel, BodyKind, Publisher, Statistics

BATCH = """
import { readFileSync } from "node:fs";
const { findings, findingsBetween } = await import(process.argv[1]);
const { forms, documents } = JSON.parse(readFileSync(0, "utf8"));
const found = documents.map(({ earlier, later }) => earlier
  ? findingsBetween(earlier, later, forms[later.form]) : findings(later, forms[later.form]));
process.stdout.write(JSON.stringify(found));
"""

def shaken(form: Form, statistics: Statistics, random: Random) -> Statistics:
    values = form.values(statistics)
    share = random.choice((0.01, 0.1, 0.5))
    for path, value in values.items():
        if value is not None and random.random() < share:
            values[path] = shaken_cell(form.cell(path).kind, value, random)
    return conformance.with_values(statistics, values)

def shaken_cell(kind, value, random):
    if random.random() < 0.7:
        return random.choice([*Absent, *([LessThan(Decimal(random.choice((1, 5))))] if kind.bounds else [])])
    number = random.randint(max(kind.low, -9), 30)
    return Decimal(number).scaleb(-random.randint(0, 2)) if kind.exact else number

def tables(form_id, random):
    form = catalog.tables(form_id)
    if form_id == VINTAGE.id:
        flows = [[random.randint(0, 9) for _ in range(4)] for _ in range(random.randint(0, 3))] or [[0]*4]
        made = foia(*((a, b, a + b - min(d, a + b), min(d, a + b)) for a, b, _, d in flows))
    else:
        printed = {row for pair in form.alternatives for row in random.sample(pair, random.randint(0, 2))}
        made = conformance.filled(form, printed)
    return shaken(form, made, random)

def report(form_id, year, body, random):
    return conformance.report(form_id, tables(form_id, random), year=year, publisher=body)

@pytest.mark.parametrize("form_id", ["cn-2014", "cn-2019", "cn-2021", "xx-foia"])
def test_fuzz(form_id, monkeypatch):
    monkeypatch.setitem(catalog._FORMS, VINTAGE.id, VINTAGE)
    random = Random(int(__import__("os").environ.get("SEED", "1")))
    bodies = [None, Publisher(name="某镇", kind=BodyKind.TOWNSHIP), Publisher(name="某县", level=AdministrativeLevel.COUNTY), Publisher(name="某局", kind=BodyKind.DEPARTMENT)]
    documents, expected = [], []
    for _ in range(int(__import__("os").environ.get("N", "200"))):
        body = random.choice(bodies)
        later = report(form_id, 2022, body, random)
        earlier = report(random.choice([form_id, "cn-2019"]), 2021, body, random) if random.random() < 0.4 and form_id != "xx-foia" else None
        found = check_years([earlier, later]) if earlier else [o for l in TABLE_CHECKS for o in l(later)]
        documents.append({"earlier": earlier and json.loads(gd.dumps(earlier)), "later": json.loads(gd.dumps(later))})
        expected.append([json.loads(write(o)) for o in found])
    forms = {f: form_json(f) for f in ("cn-2014","cn-2019","cn-2021","xx-foia")}
    r = subprocess.run([need("node",""), "--input-type=module", "-e", BATCH, str(ROOT/"examples/javascript/rules.mjs")], input=json.dumps({"forms":forms,"documents":documents}), capture_output=True, encoding="utf-8")
    assert r.returncode == 0, r.stderr
    got = json.loads(r.stdout)
    print(form_id, sum(map(len, expected)), "findings")
    bad = 0
    for d, e, g in zip(documents, expected, got):
        if e != g:
            bad += 1
            if bad < 4:
                for x, y in zip(e, g):
                    if x != y: print("PY", {k:v for k,v in x.items() if v!=y[k]}, x["code"], x["verdict"]); print("JS", {k:v for k,v in y.items() if v!=x[k]}); break
                else: print("len", len(e), len(g))
    print("bad", bad, "of", len(documents))
    assert not bad
