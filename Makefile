.PHONY: install sbom audit demo test tour bench simulate chaos lint pictures lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Accord needs Python 3.11 or newer. Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

demo: install
	@$(BIN)/accord demo

tour: install
	@$(BIN)/accord tour

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest --numprocesses auto --dist worksteal

bench: install
	@$(BIN)/python -m tests.bench

# Kills the real program a hundred times on each database, and looks for what was lost or said twice.
chaos: install
	@$(BIN)/python -m tests.chaos --kills 100 --database both

# A thousand school terms on a virtual clock, on every core.
simulate: install
	@$(BIN)/accord simulate --seeds 1000

# The pictures in docs/images, taken from the local workspace's page.
pictures: install
	@$(BIN)/python -m tests.browser.pictures

# What Accord is made of, in CycloneDX's form: var/sbom.cdx.json.
sbom: install
	@$(BIN)/python -m tests.supply sbom

# Known vulnerabilities of what requirements.lock names; says so where nobody can be asked.
audit: install
	@$(BIN)/python -m tests.supply audit

# Rewrites requirements.lock from pyproject.toml; wants `uv` on the PATH.
lock:
	uv pip compile pyproject.toml --extra dev --extra llm --extra sandbox --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info
