# The tasks of a checkout. The first one makes .venv and installs what it needs.

PYTHON ?= python3

# Overrides: make build ARTICLES="my articles" SITE=public JOBS=2. The shell reads them, so any folder's name will do.
export ARTICLES SITE JOBS

VENV_PYTHON := .venv/bin/python
QUALITY := ../shared/quality
# Both locks are made alike: every platform, Python 3.11 and later, a hash for every file.
COMPILE := -m uv --no-cache pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header $(if $(UPGRADE),--upgrade)
INSTALL := $(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help build check review test lint quality expected lock clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s%s\n", $$1, $$2 }' Makefile

build: .venv/.stamp-run ## make the site from the articles (ARTICLES=, SITE=, JOBS=)
	@$(VENV_PYTHON) -m builder build $${ARTICLES:+--articles "$$ARTICLES"} $${SITE:+--site "$$SITE"} $${JOBS:+--jobs "$$JOBS"}

check: .venv/.stamp-run ## check every link, anchor, asset and trace of the built site (SITE=)
	@$(VENV_PYTHON) -m builder check $${SITE:+"$$SITE"}

review: .venv/.stamp-run ## list what wants an editor's eye, with the lines to paste (ARTICLES=)
	@$(VENV_PYTHON) -m builder review $${ARTICLES:+--articles "$$ARTICLES"}

test: .venv/.stamp-dev ## run the tests
	@$(VENV_PYTHON) -m pytest

lint: .venv/.stamp-dev ## check style, format and types
	@$(VENV_PYTHON) -m ruff check
	@$(VENV_PYTHON) -m ruff format --check
	@$(VENV_PYTHON) -m mypy

quality: .venv/.stamp-run ## score the findings on labelled articles, where that data is there
	@if [ -f $(QUALITY)/score.py ]; then \
		$(VENV_PYTHON) $(QUALITY)/score.py $(QUALITY)/dev/*.gz --floors $(QUALITY)/floors.json; \
	else \
		echo "The labelled articles are optional and not there ($(QUALITY)); nothing to score."; \
	fi

expected: .venv/.stamp-dev ## rewrite the pages that the tests expect; read the diff
	@PYTHONPATH=. $(VENV_PYTHON) tests/expected.py

lock: ## remake both locks after a change in pyproject.toml (UPGRADE=1: newest versions)
	@$(call need_python)
	@echo "Remaking requirements.txt and requirements-dev.txt"
	@rm -rf .venv-lock && "$(PYTHON)" -m venv .venv-lock
	@.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check --no-input uv
	@.venv-lock/bin/python $(COMPILE) pyproject.toml -o requirements.txt >/dev/null
	@.venv-lock/bin/python $(COMPILE) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt >/dev/null
	@rm -rf .venv-lock

clean: ## remove the site, the generated pages and what the tools keep; .venv and hand-written pages stay
	@if [ -f .briefing/manifest.json ]; then "$(PYTHON)" -c "$$REMOVE_PAGES"; fi
	@rm -rf site site.new* site.old* .briefing .venv-lock .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist *.egg-info
	@find docs -mindepth 1 -type d -empty -delete
	@find . -path ./.venv -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +

# The builder removes what it wrote, and nothing that was changed since.
define REMOVE_PAGES
import json, pathlib
from builder.save import save_pages
for name in json.loads(pathlib.Path(".briefing/manifest.json").read_text())["folders"]:
    save_pages(pathlib.Path(name).resolve(), ())
endef
export REMOVE_PAGES

# A .venv whose python is gone, or is no longer the one that its packages were installed for, is made again.
ifneq ($(filter-out help lock clean,$(MAKECMDGOALS)),)
ifneq ($(wildcard .venv/.stamp-*),)
ifneq ($(shell $(VENV_PYTHON) -c "import mkdocs" 2>/dev/null && echo sound),sound)
$(shell rm -f .venv/.stamp-*)
endif
endif
endif

.venv/.stamp-run: requirements.txt pyproject.toml
	@$(call need_venv)
	@echo "Installing what a build needs into .venv (requirements.txt)"
	@$(INSTALL) -r requirements.txt
	@touch $@

# The development lock holds the other one.
.venv/.stamp-dev: requirements-dev.txt requirements.txt pyproject.toml
	@$(call need_venv)
	@echo "Installing what a build and the tests need into .venv (requirements-dev.txt)"
	@$(INSTALL) -r requirements-dev.txt
	@touch .venv/.stamp-run $@

define need_python
	command -v "$(PYTHON)" >/dev/null || \
		{ echo "No $(PYTHON) here. Install Python 3.11 or newer (Debian: apt-get install python3 python3-venv)." >&2; exit 1; }; \
	"$(PYTHON)" -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
		{ echo "$(PYTHON) is $$("$(PYTHON)" -V 2>&1); Python 3.11 or newer is needed. Name one: make PYTHON=python3.12" >&2; exit 1; }; \
	"$(PYTHON)" -c "import ensurepip, venv" 2>/dev/null || \
		{ echo "$(PYTHON) cannot make virtual environments. Install that part (Debian: apt-get install python3-venv)." >&2; exit 1; }
endef

# Keeps a .venv that works.
define need_venv
	if ! .venv/bin/python -c "import pip, sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null; then \
		$(call need_python); \
		echo "Making .venv with $$("$(PYTHON)" -V)"; \
		"$(PYTHON)" -m venv --clear .venv; \
	fi
endef
