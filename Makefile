# The commands for developers. Each target first installs the tools that it needs and does not find (scripts/setup.sh).
.DEFAULT_GOAL := help
.PHONY: help serve serve-html check test test-native test-contract test-e2e test-embed test-server test-faults build package assets plugin release-files size bench bench-embed lint setup clean

# So that this shell finds the tools that an earlier set-up has installed.
export PATH := $(PATH):$(HOME)/.cargo/bin

setup := sh scripts/setup.sh

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "make %-14s %s\n", $$1, $$2 }'

serve: ## the application with the sandbox at http://127.0.0.1:8080, live reload
	@$(setup) serve
	trunk serve

serve-html: ## the sandbox's blog by tadwina-server, with the elements, at http://127.0.0.1:3000
	@$(setup) build
	@sh scripts/serve-html.sh

check: ## before each commit: format, Clippy, types, generated files, native tests
	@$(setup) check
	@bash scripts/lint.sh format clippy types generated
	@bash scripts/test.sh native

test: ## every test: native, contract, end to end, embedding, server; ends with the counts
	@$(setup) test
	@bash scripts/test.sh native contract e2e embed server

test-native: ## model, API mapping, components rendered to HTML, the sandbox
	@$(setup) serve
	@bash scripts/test.sh native

test-contract: ## the same requests to the sandbox and to two versions of WordPress
	@$(setup) test
	@bash scripts/test.sh contract

test-e2e: ## the release build in Chromium, over the sandbox and over WordPress
	@$(setup) test
	@bash scripts/test.sh e2e

test-embed: ## the elements in host pages, as an npm package, in WordPress, in three browser engines
	@$(setup) test
	@bash scripts/test.sh embed

test-server: ## the pages of tadwina-server, with and without scripts
	@$(setup) test
	@bash scripts/test.sh server

test-faults: ## 1,000 runs of posting while network, site and browser fail; a run is repeated by FAULT_SEED=number
	@$(setup) test
	@test -e dist/index.html || $(MAKE) build
	@FAULT_SEEDS=$${FAULT_SEEDS:-1000} npx playwright test --global-timeout 0 faults

build: ## the release in dist/
	@$(setup) build
	@sh scripts/with-small-std.sh trunk build --release
	@node scripts/page-policy.mjs

package: ## the elements for script tags and npm in pkg/
	@$(setup) build
	@sh scripts/package.sh

assets: package ## the files of the elements for tadwina-server in target/assets/
	@node scripts/assets.mjs

plugin: package ## the plugin for WordPress in target/plugin/tadwina.zip
	@node scripts/plugin.mjs

release-files: build plugin ## the files for site owners, in target/release-files/: npm package, elements, plugin, application
	@node scripts/release-files.mjs

size: ## bytes of every file that a reader waits for, against the budgets and the last release
	@$(setup) serve
	@test -e dist/index.html || $(MAKE) build
	@node scripts/size.mjs
	@test -e pkg/manifest.json || $(MAKE) package
	@node scripts/embed-size.mjs

bench: ## load times, keystrokes, memory, a discussion of 10,000 comments, other comment widgets beside tadwina, the server
	@$(setup) test
	@$(MAKE) build assets
	@node bench/run.mjs

bench-embed: plugin ## the cost of the elements: bytes, time, memory, and their effects on a page
	@$(setup) test
	@node tests/wordpress/wordpress.mjs run -- node bench/embed.mjs

lint: ## format, Clippy, types, generated files, documentation, shell scripts, PHP, licences, advisories
	@$(setup) lint
	@bash scripts/lint.sh

setup: ## installs everything that the tests and the other targets need
	@$(setup) test

clean: ## removes the files of builds, but not the comments posted into the sandbox
	cargo clean
	rm -rf dist pkg node_modules tests/package/node_modules test-results playwright-report
