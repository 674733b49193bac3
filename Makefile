# Needs Python >= 3.11, make and a package index; everything else goes into .venv.
# Tools are called as `.venv/bin/python -m ...`, so the path of the checkout may contain spaces.

.DEFAULT_GOAL := verify
.NOTPARALLEL:
.PHONY: help verify test test-all lint bench notebooks notebooks-check notebooks-turn pictures readme errata wheel \
	everything environment clean

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c '$(usable)' 2>/dev/null && echo $$p && break; done)
usable := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
wanted := Python >= 3.11 with venv and ensurepip is needed: make PYTHON=/path/to/python

py := .venv/bin/python
pip_install := $(py) -m pip install -q --disable-pip-version-check
REPORT := build/verify.json
PAGE := build/verify.html
# Which notebooks that did not change are run this time: a number that follows from the commit alone.
TURN ?= $(shell printf '%d' 0x$$(git rev-parse --short=8 HEAD 2>/dev/null || echo 0))

help:
	@echo 'make verify           check every theorem, report in $(REPORT) and $(PAGE) (the default)'
	@echo 'make test             run the tests that are quick (HYPOTHESIS_PROFILE=dev, ci or thorough)'
	@echo 'make test-all         run all tests, those of every theorem, of kernels, browser and TeX too'
	@echo 'make lint             ruff, mypy and the import contracts'
	@echo 'make bench            run the benchmarks'
	@echo 'make notebooks        write and run the notebooks in notebooks/derivations/'
	@echo 'make notebooks-check  run them; fails if a cell fails or a source or a verdict is out of date'
	@echo 'make notebooks-turn   the same, but run only those that changed since, and ten others by turns'
	@echo 'make pictures         draw the pictures as SVG, PDF and PNG into build/pictures/'
	@echo 'make readme           bring the table of theorems in README.md up to date'
	@echo 'make errata           bring notebooks/errata.md up to date'
	@echo 'make wheel            build the sdist and the wheel into dist/'
	@echo 'make everything       all of it: lint, test-all, verify, notebooks-check and wheel'
	@echo 'make clean            remove everything these targets make, .venv included'
	@echo 'PYTHON=...            the Python (>= 3.11) that .venv is made with'

verify: .venv/.stamp-runtime
	@mkdir -p build && rm -f $(REPORT) $(PAGE)
	@$(py) -m verify check --json $(REPORT) --html $(PAGE); status=$$?; \
	if [ -f $(PAGE) ]; then echo 'Report: $(PAGE) (for a browser), $(REPORT)'; fi; exit $$status

test: .venv/.stamp-tests
	$(py) -m pytest -n 2 --dist loadgroup -m 'not slow'

test-all: .venv/.stamp-tests
	$(py) -m pytest -n 2 --dist loadgroup

lint: .venv/.stamp-dev
	$(py) -m ruff check
	$(py) -m ruff format --check
	$(py) -m mypy --strict proofs verify notebooks benchmarks
	$(py) .venv/bin/lint-imports

bench: .venv/.stamp-runtime
	$(py) -m benchmarks

notebooks: .venv/.stamp-notebooks
	$(py) -m verify notebooks --execute --out notebooks/derivations

notebooks-check: .venv/.stamp-notebooks
	$(py) -m verify notebooks --execute --check --out notebooks/derivations

notebooks-turn: .venv/.stamp-notebooks
	$(py) -m verify notebooks --execute --check --turn $(TURN) --out notebooks/derivations

pictures: .venv/.stamp-notebooks
	$(py) -m verify pictures --out build/pictures

readme: .venv/.stamp-runtime
	$(py) -m verify.readme

errata: .venv/.stamp-runtime
	@mkdir -p build
	$(py) -m verify errata --format markdown > build/errata.md.tmp
	mv build/errata.md.tmp notebooks/errata.md

wheel: .venv/.stamp-dev
	rm -rf dist
	$(py) -m build

everything: lint test-all verify notebooks-check wheel

environment: .venv/.stamp-runtime .venv/.stamp-tests .venv/.stamp-notebooks .venv/.stamp-dev

clean:
	rm -rf .venv build dist *.egg-info .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.stamp-venv:
	@'$(PYTHON)' -c '$(usable)' 2>/dev/null || { echo '$(wanted)' >&2; exit 1; }
	'$(PYTHON)' -m venv --clear .venv
	@touch $@

.venv/.stamp-runtime: .venv/.stamp-venv setup.cfg pyproject.toml
	$(pip_install) --editable .
	@touch $@

.venv/.stamp-%: .venv/.stamp-venv setup.cfg pyproject.toml
	$(pip_install) --editable '.[$*]'
	@touch $@
