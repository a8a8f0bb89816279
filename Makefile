# Every target installs what it needs into .venv first; only results go to stdout.
MAKEFLAGS += --no-print-directory
PYTHON ?= python3
BIN := .venv/bin
DATA ?=
TOOLS ?=
EXAMPLE := examples/armenia-mission
QUESTION := Should the EU send a police training mission to Armenia?

.PHONY: install brief test lint evaluate wheel clean

install: .venv/installed

brief: install
	@$(BIN)/sayso brief $(EXAMPLE) --question "$(QUESTION)"

test: .venv/installed-dev
	@$(BIN)/python -m pytest

lint: .venv/installed-dev
	@$(BIN)/ruff format --check src tests training evaluation
	@$(BIN)/ruff check src tests training evaluation
	@$(BIN)/mypy

evaluate: .venv/installed-dev
	@test -n "$(DATA)" -a -n "$(TOOLS)" || { echo "make evaluate DATA=corpora TOOLS=scorers" >&2; exit 2; }
	@$(BIN)/python evaluation/run.py --data "$(DATA)" --tools "$(TOOLS)"

wheel: .venv/installed-dev
	@sh tests/wheel.sh

clean:
	@rm -rf .venv dist build

.venv/bin/python:
	@{ $(PYTHON) -m venv .venv || { rm -rf .venv; uv venv --quiet --seed .venv; } || { rm -rf .venv; $(PYTHON) -m pip install --user --quiet virtualenv \
	  && $(PYTHON) -m virtualenv --quiet .venv; }; } >&2

.venv/installed: .venv/bin/python pyproject.toml
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or newer: make PYTHON=python3.12 brief")' >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . >&2
	@touch $@

.venv/installed-dev: .venv/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' >&2
	@touch $@
