# Two commands on a fresh Debian 12 machine with Swift: `make book` and `make test`.

SWIFT_BUILD := swift build -c release --static-swift-stdlib --product handpress
HANDPRESS   := .build/release/handpress

BUILD_PACKAGES := pkg-config libxml2-dev libzip-dev libdeflate-dev libjavascriptcoregtk-4.1-0 libharfbuzz0b libpangocairo-1.0-0 libgvc6 libjs-katex node-prismjs librsvg2-2 libvips42
# TeX and the fonts of the printed edition; `handpress build --to epub` needs none of them.
PDF_PACKAGES   := texlive-luatex texlive-latex-recommended fonts-texgyre fonts-texgyre-math fonts-inter fonts-jetbrains-mono fonts-dejavu-core fonts-noto-cjk fonts-noto-color-emoji
GALLERY_PACKAGES := chromium imagemagick poppler-utils python3 fonts-dejavu-core
TEST_PACKAGES  := cmark-gfm openjdk-17-jre-headless python3-venv poppler-utils texlive-xetex fonts-hosny-amiri culmus fonts-noto-core

.PHONY: help book build test format lint benchmark gallery clean build-packages pdf-packages test-packages

help: ## Say what there is to make.
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

book: build pdf-packages ## Write dist/ from content/.
	$(HANDPRESS) build content --to epub,pdf --output dist

build: build-packages ## Build the program, with the Swift runtime in it.
	$(SWIFT_BUILD)

test: build-packages pdf-packages test-packages ## Run every test.
	Tests/Checks/install.sh
	HANDPRESS_REQUIRE_CHECKS=1 swift test

format: ## Write the sources in the project's style.
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks

lint: ## Say where the sources are not in the project's style.
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks

benchmark: build test-packages ## Measure reading and binding beside cmark-gfm, pandoc and Mermaid.
	Benchmarks/reading.sh
	Benchmarks/book.sh
	Benchmarks/diagrams.sh

gallery: build pdf-packages ## Draw the pictures of Docs/gallery anew.
	@.ci/install $(GALLERY_PACKAGES)
	python3 Docs/gallery/make.py $(HANDPRESS)

clean: ## Remove what was built.
	rm -rf .build .build-* dist

build-packages:
	@.ci/install $(BUILD_PACKAGES)

pdf-packages:
	@.ci/install $(PDF_PACKAGES)

test-packages:
	@.ci/install $(TEST_PACKAGES)
