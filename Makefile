# Two commands: `make demo` builds the example, `make test` runs every check.
# Both set up .venv first and may be run again and again.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check messages picture fuzz kill clean

demo: $(READY)
	@$(BIN)/bulletin build examples/2021-09.toml -o build/demo --ignore-system-fonts

test: $(READY) check
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term

# What reads the code without running it.
check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Collect the messages of the sources, merge them into the Chinese catalogue, compile it.
PYBABEL := $(BIN)/pybabel -q
LOCALE := src/bulletin_cli/locale
messages: $(READY)
	@mkdir -p build
	$(PYBABEL) extract -k N_ --no-location --project=bulletin-cli -o build/bulletin.pot src/bulletin_cli
	$(PYBABEL) update -D bulletin -l zh_CN -i build/bulletin.pot -d $(LOCALE) --no-fuzzy-matching --ignore-obsolete --no-wrap
	$(PYBABEL) compile -D bulletin -d $(LOCALE)

# The picture of page 1 in the README.
picture: demo
	$(BIN)/python docs/picture.py build/demo/2021-09.pdf docs/page-1.png

# Thousands of issues as nobody would write them; how many ended how. make fuzz COUNT=300 SEED=7
COUNT ?= 10000
SEED ?= 0
fuzz: $(READY)
	$(BIN)/python tests/safety/fuzz.py --count $(COUNT) --seed $(SEED)

# A hundred runs killed, half of them at the first change that they make; what each left.
kill: $(READY)
	$(BIN)/python tests/safety/kill.py

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "bulletin-cli needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e . --group dev
	@touch $@

clean:
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
