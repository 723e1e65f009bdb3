# Every target sets up .venv by itself on a fresh machine: python3 (3.11 or later), make and git are enough.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: lint test check lock clean

# Exit status 1 means "findings", which is this article's ordinary result; 2 means that the job could not be done.
lint: $(READY)
	@$(BIN)/checker lint || [ $$? -eq 1 ]

test: $(READY)
	$(BIN)/pytest -n 2

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name it with: make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Needs uv; run after changing the dependencies in pyproject.toml.
lock:
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --group dev --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
