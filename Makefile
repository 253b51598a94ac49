# Two commands, `make run` and `make test`: each does all of its own set-up in .venv.

PY := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run test format golden codebook words bench pins ready ready-dev

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1 - \2/p' Makefile

run: ready ## open the app on the sample data (on your own: make run DOCS=folder, make run WORKSPACE=folder EMPTY=1)
	@test -z "$(DOCS)" -o -d "$(DOCS)" || { echo "There is no folder $(DOCS): make run DOCS=path/to/folder" >&2; exit 1; }
	$(if $(WORKSPACE),SIDELINES_WORKSPACE="$(WORKSPACE)") \
		$(if $(DOCS),SIDELINES_DOCUMENTS="$$(cd "$(DOCS)" && pwd)",$(if $(EMPTY),SIDELINES_DOCUMENTS=)) \
		$(PY) -m streamlit run serve.py --server.showEmailPrompt false $(if $(PORT),--server.port $(PORT))

test: ready-dev ## check everything: style, types, imports, tests with a browser, accuracy
	@.ci/browser
	@.ci/postgres
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports --no-logo
	$(PY) -m pytest -n 2 --dist loadfile
	$(PY) -m benchmarks.gate

format: ready-dev ## put the code into shape
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

golden: ready-dev ## write the golden files anew; read the difference before you keep it
	$(PY) -m pytest tests/golden --update-golden

codebook: ready-dev ## write docs/codebook.md anew from the declared columns
	$(PY) -m benchmarks.codebook

words: ready-dev ## bring the catalogues of languages up to the words of the screen (a new one: make words NEW=ta)
	$(PY) -m benchmarks.words $(NEW)

bench: ready-dev ## measure speed, memory, merging and the store, beside spaCy where it can be installed
	@.ci/venv benchmarks/requirements.txt .venv-bench || echo "spaCy could not be installed: measuring without it" >&2
	$(PY) -m benchmarks.speed
	$(PY) -m benchmarks.merging
	$(PY) -m benchmarks.store

pins: ## resolve requirements*.in into requirements*.txt anew (needs uv on the path)
	@command -v uv >/dev/null || { echo "make pins needs uv: python3 -m pip install uv" >&2; exit 1; }
	for name in requirements requirements-dev benchmarks/requirements; do \
		uv pip compile $$name.in --universal --python-version 3.11 --generate-hashes \
			--no-header --no-annotate --quiet --output-file $$name.txt || exit 1; \
	done

ready:
	@.ci/venv requirements.txt

ready-dev:
	@.ci/venv requirements-dev.txt
