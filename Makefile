# rodedraad: what a newcomer and a maintainer run. `make help` lists it.

SHELL   := /bin/bash
export GOFLAGS := $(GOFLAGS) -trimpath # one build cache for build and test, no machine paths in the binary
GO      ?= go
VERSION ?= 0.1.0
FUZZ    ?= 60s
ECHARTS := dashboard/assets/dist/echarts.common.min.js

# Browser tests run where there is a browser; the command says when there is none.
BROWSER := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
TAGS    := $(if $(BROWSER),-tags browser,)

.DEFAULT_GOAL := help
.PHONY: help demo build test lint bench golden fuzz clean model samples evaluate accuracy guide

help: ## list what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: build ## build, ingest the sample reports and make the dashboard
	@mkdir -p demo
	bin/rodedraad --db demo/demo.duckdb ingest data/samples/pdf
	bin/rodedraad --db demo/demo.duckdb check -q
	bin/rodedraad --db demo/demo.duckdb dashboard --out demo/site \
		--notice "Voorbeeldgegevens: alle rapporten zijn fictief." --notice-en "Sample data: all reports are fictitious."
	@echo "Het dashboard staat in demo/site/index.html; de database in demo/demo.duckdb."

build: $(ECHARTS) ## build bin/rodedraad
	$(GO) build -ldflags "-X main.version=$(VERSION)" -o bin/rodedraad ./cmd/rodedraad

# echarts is a pinned npm package, installed at build time and embedded.
$(ECHARTS): dashboard/assets/package.json dashboard/assets/package-lock.json
	@command -v npm >/dev/null || { echo "npm is missing: install Node.js with npm (Debian: apt-get install npm); echarts comes from it" >&2; exit 1; }
	cd dashboard/assets && npm ci --no-audit --no-fund --loglevel=error
	mkdir -p $(@D)
	cp dashboard/assets/node_modules/echarts/dist/echarts.common.min.js $@

test: $(ECHARTS) ## run all tests
	@[ -n "$(BROWSER)" ] || echo "no chromium here: the browser tests are left out (Debian: apt-get install chromium)"
	$(GO) test $(TAGS) ./...

lint: ## gofmt, vet, and the lint of committed data
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	$(GO) run ./cmd/rodedraad codebook lint

bench: build ## measure speed and text quality beside other engines, into ingest/BENCHMARKS.md
	$(GO) run ./ingest/bench -out ingest/BENCHMARKS.md
	$(GO) test -count=1 -run TestMutants ./ingest -mutants 1000

golden: ## write the golden files anew; look at the difference before you commit
	$(GO) test ./cmd/rodedraad -run Golden -update

fuzz: ## fuzz every target for FUZZ (default 60s) each
	@for p in $$($(GO) list ./...); do \
		for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
			echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZ) $$p || exit 1; \
		done; \
	done

model: ## train the passage classifier anew from data/training
	$(GO) run ./ingest/coding/train/command

samples: ## print the sample reports anew from their sources
	$(GO) run ./data/samples/build

demo/evaluate.duckdb: build
	@mkdir -p demo && rm -f $@*
	bin/rodedraad --db $@ ingest -q data/samples/pdf

evaluate: demo/evaluate.duckdb ## compare the coding of the samples with their truth: demo/evaluation.html, and the bars
	bin/rodedraad --db $< evaluate --gold data/samples/truth --format html -o demo/evaluation.html
	bin/rodedraad --db $< evaluate --gold data/samples/truth --bars data/samples/bars.json

accuracy: demo/evaluate.duckdb ## measure data/model/accuracy.json anew on the samples held out, and write the guide
	bin/rodedraad --db $< evaluate --gold data/samples/truth --accuracy data/model/accuracy.json > /dev/null
	$(MAKE) guide

guide: ## write data/codebook/README.md from the codebook and its measured accuracy
	$(GO) run ./cmd/rodedraad codebook guide --out data/codebook/README.md

clean: ## remove what was built
	rm -rf bin demo dashboard/assets/dist/*.js dashboard/assets/node_modules
