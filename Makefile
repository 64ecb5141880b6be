# `make demo` and `make test` need Python 3.11 or newer, make and git, and set up all the rest themselves.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
RUN := $(BIN)/python
PIP := $(RUN) -m pip --disable-pip-version-check -qq
PYRIGHT := tests/node/node_modules/.bin/pyright
PO := $(wildcard src/govdisclosure/locales/*/LC_MESSAGES/*.po)
FILE ?= examples/qinghe-market-supervision-2016.txt

export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help
help: ## show this list
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  \1 @ \2/p' $(MAKEFILE_LIST) | awk -F' @ ' '{ printf "%-12s %s\n", $$1, $$2 }'

# --- set-up: each step leaves a stamp, and is done again when what it was made from changes

.venv/base: requirements/base.txt pyproject.toml hatch_build.py
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed"; exit 1; }
	@test -x $(RUN) || { echo "making .venv with $(PYTHON)"; $(PYTHON) -m venv .venv; }
	@echo "installing govdisclosure and what it needs into .venv"
	@$(PIP) install --require-hashes -r requirements/base.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/base requirements/dev.txt
	@echo "installing what the tests need into .venv"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

# The package test installs from here, without a network.
build/wheelhouse/made: .venv/base requirements/base.txt
	@echo "gathering the wheels of what the package needs in build/wheelhouse"
	@rm -rf build/wheelhouse
	@$(PIP) wheel --require-hashes --no-deps -r requirements/base.txt -w build/wheelhouse
	@touch $@

build/catalogs: .venv/base $(PO)
	@echo "compiling the message catalogs"
	@$(RUN) hatch_build.py
	@mkdir -p build && touch $@

# --- use

.PHONY: demo
demo: .venv/base build/catalogs ## read, check and render a report: make demo FILE=report.txt
	@$(RUN) scripts/demo.py "$(FILE)"

# --- checks

.PHONY: test
test: lint types current unit ## every check: style, types, generated files, tests

.PHONY: test-full
test-full: lint types current .venv/dev build/wheelhouse/made ## the same with the long runs (an hour or more)
	@echo "running all tests, the long ones included"
	@GOVDISCLOSURE_FULL=1 $(RUN) -m pytest -n 2 --dist loadgroup --timeout 7200

.PHONY: unit
unit: .venv/dev build/catalogs build/wheelhouse/made ## the tests alone
	@echo "running the tests"
	@$(RUN) -m pytest -n 2 --dist loadgroup --timeout 300 -m "not full" -q

.PHONY: lint
lint: .venv/dev ## style: ruff
	@echo "checking the style"
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "not formatted; run: make format"; exit 1; }

.PHONY: types
types: .venv/dev ## types: mypy, and pyright where scripts/install-test-tools has installed it
	@echo "checking the types"
	@$(BIN)/mypy --no-error-summary
	@if test -x $(PYRIGHT); then $(PYRIGHT) --warnings; \
	elif test -n "$$CI"; then echo "pyright is not installed"; exit 1; \
	else echo "pyright is not installed; mypy alone has checked"; fi

.PHONY: current
current: .venv/dev build/catalogs ## whether catalogs, schemas and docs are what the code gives
	@echo "checking the generated files"
	@$(RUN) scripts/catalogs.py check
	@$(RUN) scripts/schemas.py --check
	@$(RUN) scripts/docs.py --check

.PHONY: bench
bench: .venv/dev build/catalogs ## measure time and memory
	@$(RUN) bench/run.py

# --- making files anew

.PHONY: schemas
schemas: .venv/base build/catalogs ## write schemas/ from the classes
	@$(RUN) scripts/schemas.py
	@if test -d tests/node/node_modules; then node scripts/typescript.mjs; \
	else echo "schemas/typescript stays as it is; for its tool run: bash scripts/install-test-tools"; fi

.PHONY: catalogs
catalogs: .venv/base ## bring the .po files up to date and compile them
	@$(RUN) scripts/catalogs.py update
	@$(RUN) hatch_build.py

.PHONY: docs
docs: .venv/base build/catalogs ## write the generated pages of docs/
	@$(RUN) scripts/docs.py

.PHONY: gallery
gallery: .venv/dev build/catalogs ## take the pictures of docs/gallery anew
	@$(RUN) scripts/gallery.py

.PHONY: format
format: .venv/dev ## put the code into the one format
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format --quiet

UV = build/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header

.PHONY: lock
lock: ## resolve requirements/*.in and tests/node/package.json anew
	@test -x build/uv/bin/uv || { echo "installing uv into build/uv"; $(PYTHON) -m venv build/uv; \
		build/uv/bin/python -m pip --disable-pip-version-check -qq install uv; }
	@echo "locking requirements"
	@$(UV) --upgrade requirements/base.in -o requirements/base.txt
	@$(UV) --upgrade requirements/dev.in -o requirements/dev.txt
	@if command -v npm >/dev/null; then echo "locking tests/node"; $(PYTHON) scripts/lock_node.py; fi

.PHONY: clean
clean: ## remove everything that make has made
	@rm -rf build dist .venv .mypy_cache .ruff_cache .hypothesis tests/node/node_modules
	@find src tests scripts bench -name __pycache__ -type d -prune -exec rm -rf {} +
	@find src -name '*.mo' -delete
