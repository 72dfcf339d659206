.PHONY: install install-runtime sbom audit demo demo-term test tour bench house mutants simulate chaos lint pictures lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
RUNTIME := $(VENV)/.installed-runtime
NEEDS := import sys; sys.exit(sys.version_info < (3, 11))
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c '$(NEEDS)' || { echo "Accord needs Python 3.11 or newer. Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

# What runs Accord, and nothing that builds or tests it.
install-runtime: $(RUNTIME)

$(RUNTIME): requirements-runtime.lock pyproject.toml
	@$(PYTHON) -c '$(NEEDS)' || { echo "Accord needs Python 3.11 or newer. Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements-runtime.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $(RUNTIME)

demo: install
	@$(BIN)/accord demo

# A class of twelve in the middle of a term: six weeks of check-ins are played before the page opens.
demo-term: install
	@$(BIN)/accord demo --term

tour: install
	@$(BIN)/accord tour

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# All tests; then what Accord sent in the acceptance tests, against Slack's own types, where there is node.
test: lint
	@rm -rf var/payloads
	PAYLOADS_TO=$(CURDIR)/var/payloads $(BIN)/pytest --numprocesses auto --dist worksteal
	@$(BIN)/python -m tests.slack_types var/payloads

bench: install
	@$(BIN)/python -m tests.bench

# How many files, statements and calls one answer takes, and how the modules stand to each other.
house: install
	@$(BIN)/python -m tests.house

# A sample of small faults in the code, each against its nearest tests: how many are noticed, and which were not.
mutants: install
	@$(BIN)/python -m tests.mutants

# Kills the real program a hundred times on each database, and looks for what was lost or said twice.
chaos: install
	@$(BIN)/python -m tests.chaos --kills 100 --database both

# A thousand school terms on a virtual clock, on every core.
simulate: install
	@$(BIN)/accord simulate --seeds 1000

# The pictures in docs/images, taken from the local workspace's page.
pictures: install
	@$(BIN)/python -m tests.browser.pictures
	@$(BIN)/python -m tests.unit.documents.pictures

# What Accord is made of, in CycloneDX's form: var/sbom.cdx.json.
sbom: install
	@$(BIN)/python -m tests.supply sbom

# Known vulnerabilities of what requirements.lock names; says so where nobody can be asked.
audit: install
	@$(BIN)/python -m tests.supply audit

# Rewrites both locks from pyproject.toml, with the same versions in each; wants `uv` on the PATH.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet
lock:
	$(LOCK) --extra dev --extra llm --extra sandbox --extra s3 --extra heic --output-file requirements.lock
	$(LOCK) --extra build --extra llm --constraint requirements.lock --output-file requirements-runtime.lock

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info
