# make site    installs what is missing, builds cadrage and writes the demonstration, drafts included,
#              to public/, in the place of any site there; « cadrage build » leaves the drafts out
# make serve   builds cadrage and shows the repository's content in the browser, to change it there
# make test    installs what is missing and runs every test, the browser's included
# make clean   removes what the other targets made
# make format  formats the Swift sources
# make pictures takes the pictures of the guide and of README again, from the program, in docs/images/
# make faults  kills cadrage, and fails the system under it, at each call by which it writes
# make fuzz    gives random bytes to its readers, a minute each (FUZZ=seconds)
# make bounds  gives it the texts that would take the longest and the most memory
# make release makes the executable for any Linux, the Debian package, their checksums, in release/
# make release-check makes it twice from two folders, compares the bytes, and tries it in bare systems
# make bench   measures cadrage beside Hugo on sites of national size (see Benchmarks/README.md)

SWIFT ?= swift
VENV := .venv
# Without the libraries of Swift to look up, each command starts in half the time; optimised across
# its modules, the program is a tenth faster.
RELEASE := -c release --static-swift-stdlib -Xswiftc -cross-module-optimization
SPECIFICATIONS := $(CURDIR)/$(VENV)/specifications
BUILD_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev
TEST_PACKAGES := chromium hunspell hunspell-fr python3-venv \
  libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core \
  $(shell command -v java >/dev/null || echo default-jre-headless)

.PHONY: site serve pictures test bench faults bounds fuzz release release-check clean format lint \
  tools-build tools-test

site: tools-build
	$(SWIFT) build $(RELEASE) --product cadrage
	.build/release/cadrage build --drafts --replace-published

serve: tools-build
	$(SWIFT) build $(RELEASE) --product cadrage
	.build/release/cadrage serve

pictures: tools-build tools-test
	$(SWIFT) build $(RELEASE) --product cadrage
	$(VENV)/bin/python scripts/pictures.py --cadrage .build/release/cadrage

test: tools-build tools-test
	CADRAGE_SPECIFICATIONS=$(SPECIFICATIONS) $(SWIFT) test
	$(SWIFT) build $(RELEASE) --product cadrage
	$(VENV)/bin/python -m pytest -q Tests/Texts Tests/Schemas Tests/Guide Tests/Calculation Tests/Pages Tests/Preview --cadrage .build/release/cadrage

bench: tools-build
	@scripts/install-packages python3-venv
	$(SWIFT) build $(RELEASE) --product cadrage
	python3 -m unittest discover -q -s Benchmarks/national
	python3 Benchmarks/national --cadrage .build/release/cadrage $(BENCH)

faults: tools-build
	@scripts/install-packages strace
	$(SWIFT) build $(RELEASE) --product cadrage
	python3 Tests/Faults/faults.py --cadrage .build/release/cadrage $(FAULTS)

bounds: tools-build
	$(SWIFT) build $(RELEASE) --product cadrage
	python3 Tests/Faults/bounds.py --cadrage .build/release/cadrage $(BOUNDS)

FUZZ ?= 60

fuzz: tools-build
	for target in comparison configuration markdown pair scenario templates; do \
	  Fuzzing/run $$target -max_total_time=$(FUZZ) || exit 1; done

release: tools-build
	SWIFT=$(SWIFT) scripts/release

release-check: release
	scripts/try-release
	SWIFT=$(SWIFT) scripts/reproduce

clean:
	rm -rf .build $(VENV) Benchmarks/.venv public .public.memoire release

format:
	$(SWIFT) format -i -r Sources Tests Fuzzing Package.swift

lint:
	$(SWIFT) format lint --strict -r Sources Tests Fuzzing Package.swift

tools-build:
	@scripts/install-packages $(BUILD_PACKAGES)
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.3 is needed: see https://www.swift.org/install/linux/"; exit 1; }

tools-test:
	@scripts/install-packages $(TEST_PACKAGES)
	@scripts/make-venv $(VENV)
