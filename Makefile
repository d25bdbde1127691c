# Two commands on a fresh machine with Python 3.11 or later:
#   make site    builds site/ from standards/
#   make test    runs every test
# Both make .venv themselves, from pyproject.toml and constraints.txt, and make it again when
# either changes. `make help` lists the rest.

PYTHON ?= python3
PYTEST_ARGS ?= -n 2 --dist worksteal

BIN := .venv/bin
PINS := pyproject.toml constraints.txt
CODE := generator tests benchmarks

# Through the environment, not `-c`, so that the build backend is pinned too: older pips read
# the first name for it, newer ones the second.
PIP_INSTALL := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
	$(BIN)/python -m pip install --disable-pip-version-check

# Else every process compiles the program anew, and the tests start many.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.PHONY: site test prove measure faults lint format messages clean help

site: .venv/.ready-site ## check the standards and build site/ (the default)
	$(BIN)/guifan build

test: .venv/.ready-test ## run every test
	$(BIN)/python tests/house/chromium.py
	$(BIN)/pytest $(PYTEST_ARGS)

prove: .venv/.ready-test ## run every test unsampled and record the result in benchmarks/PROVED.md
	$(BIN)/python tests/house/chromium.py
	$(BIN)/python tests/house/prove.py $(PYTEST_ARGS)

measure: .venv/.ready-site ## measure what checking, building and asking cost, beside other tools, into benchmarks/RESULTS.md
	$(BIN)/python benchmarks/check --record
	$(BIN)/python benchmarks/scale --record
	$(BIN)/python benchmarks/build --record
	$(BIN)/python benchmarks/build --again --serve --record
	$(BIN)/python benchmarks/quiz --record
	$(BIN)/python benchmarks/results --record
	$(BIN)/python benchmarks/search --record
	$(BIN)/python benchmarks/weight.py --record

faults: .venv/.ready-test ## plant faults in the manual and count which are found, into benchmarks/RESULTS.md
	$(BIN)/python benchmarks/faults --all --peers --record

lint: .venv/.ready-test ## style, types and the import contract
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.ready-test ## put the code into its one layout
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

messages: .venv/.ready-test ## add new messages to the English catalogue, to be translated
	$(BIN)/python tests/house/messages.py

clean: ## remove what was built and cached; .venv stays
	rm -rf site site.* .guifan dist test-results
	rm -rf .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'guifan needs Python 3.11 or later. Install one and name it: make PYTHON=python3.12' >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo '$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv' >&2; \
	  exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.ready-site: .venv/.made $(PINS)
	$(PIP_INSTALL) -e .
	@touch $@

.venv/.ready-test: .venv/.made $(PINS)
	$(PIP_INSTALL) -e '.[test]'
	@touch .venv/.ready-site $@
