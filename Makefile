# The two commands that matter: `make run` and `make test`. Both install what is missing first.

PREFIX ?= /usr/local
SAMPLE := Fixtures/Postmortems/checkout-outage.md
STATIC_BUILD := .build-static
UNAME := $(shell uname -s)
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
STATIC_FLAGS := $(if $(filter Linux,$(UNAME)),-Xswiftc -static-executable,)

VERSION := $(shell sed -n 's/.*static let number = "\(.*\)"/\1/p' Sources/pmlint/Version.swift)
# What `pmlint --version` tells; empty where this is no clone.
COMMIT := $(if $(wildcard .git),$(shell git describe --always --dirty --abbrev=12 --exclude='*' 2>/dev/null))
DATE := $(or $(SOURCE_DATE_EPOCH),$(if $(wildcard .git),$(shell git log -1 --format=%ct 2>/dev/null)),$(shell date +%s))

BINARY := $(STATIC_BUILD)/release/pmlint
SHARE := $(STATIC_BUILD)/share
MAN ?= $(PREFIX)/share/man/man1
BASH_COMPLETIONS ?= $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS ?= $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS ?= $(PREFIX)/share/fish/vendor_completions.d

.PHONY: run test build static share install install-files deb dist deps format lint-format bench fuzz score clean

run: build
	@.build/release/pmlint --exit-zero $(SAMPLE)

test: deps
	swift test

build: deps
	PMLINT_COMMIT=$(COMMIT) swift build -c release --product pmlint

# libcmark and libyaml, where they are missing, and pkg-config, by which the build finds them.
deps:
	@if pkg-config --exists libcmark yaml-0.1 2>/dev/null; then :; \
	elif [ $(UNAME) = Darwin ]; then brew install cmark libyaml pkgconf; \
	else $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq libcmark-dev libyaml-dev pkg-config; fi

# One self-contained binary: on Linux with Swift's runtime, libcmark, libyaml and libc inside.
static: deps
	PMLINT_STATIC=1 PMLINT_COMMIT=$(COMMIT) swift build -c release --product pmlint --scratch-path $(STATIC_BUILD) $(STATIC_FLAGS)

# The man page and the shells' completions, made of the program's own help. Bash is also to offer files where no command
# was named, since `lint` is the default one.
share: static
	mkdir -p $(SHARE)
	$(BINARY) --generate-completion-script bash > $(SHARE)/pmlint.bash.raw
	sed -e '1{/^#!/d;}' -e 's/^complete -o filenames/& -o default/' $(SHARE)/pmlint.bash.raw > $(SHARE)/pmlint.bash
	$(BINARY) --generate-completion-script zsh > $(SHARE)/_pmlint
	$(BINARY) --generate-completion-script fish > $(SHARE)/pmlint.fish
	$(BINARY) --experimental-dump-help | swift Packaging/manual.swift Packaging/pmlint.1.in $(DATE) > $(SHARE)/pmlint.1

install: share install-files

# Of what is built already, so that it needs no compiler, nor root's.
install-files:
	install -d $(addprefix $(DESTDIR),$(PREFIX)/bin $(MAN) $(BASH_COMPLETIONS) $(ZSH_COMPLETIONS) $(FISH_COMPLETIONS))
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/pmlint
	strip $(DESTDIR)$(PREFIX)/bin/pmlint
	install -m 644 $(SHARE)/pmlint.1 $(DESTDIR)$(MAN)/pmlint.1
	install -m 644 $(SHARE)/pmlint.bash $(DESTDIR)$(BASH_COMPLETIONS)/pmlint
	install -m 644 $(SHARE)/_pmlint $(DESTDIR)$(ZSH_COMPLETIONS)/_pmlint
	install -m 644 $(SHARE)/pmlint.fish $(DESTDIR)$(FISH_COMPLETIONS)/pmlint.fish

# A Debian package, and an archive with its checksum, in dist/.
deb: share
	Packaging/deb $(VERSION)

dist: share
	Packaging/dist $(VERSION)

format:
	swift format -i -r Package.swift Sources Tests

lint-format:
	swift format lint --strict -r Package.swift Sources Tests

bench: static build
	Bench/run
	Bench/hostile --write
	Tests/World/run --write

# For an hour, or as many seconds as FUZZ_TIME says.
FUZZ_TIME ?= 3600
fuzz: deps
	Tests/Fuzz/run -max_total_time=$(FUZZ_TIME)

score: build
	Bench/score

clean:
	rm -rf .build $(STATIC_BUILD) .build-address .build-bench .build-fuzz .build-thread dist
