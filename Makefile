# The two commands that matter: `make run` and `make test`. Both install what is missing first.

PREFIX ?= /usr/local
SAMPLE := Fixtures/Postmortems/checkout-outage.md
STATIC_BUILD := .build-static
UNAME := $(shell uname -s)
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
STATIC_FLAGS := $(if $(filter Linux,$(UNAME)),-Xswiftc -static-executable,)

.PHONY: run test build static install deps format lint-format bench score clean

run: build
	@.build/release/pmlint --exit-zero $(SAMPLE)

test: deps
	swift test

build: deps
	swift build -c release --product pmlint

# libcmark and libyaml, where they are missing, and pkg-config, by which the build finds them.
deps:
	@if pkg-config --exists libcmark yaml-0.1 2>/dev/null; then :; \
	elif [ $(UNAME) = Darwin ]; then brew install cmark libyaml pkgconf; \
	else $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq libcmark-dev libyaml-dev pkg-config; fi

# One self-contained binary: on Linux with Swift's runtime, libcmark, libyaml and libc inside.
static: deps
	PMLINT_STATIC=1 swift build -c release --product pmlint --scratch-path $(STATIC_BUILD) $(STATIC_FLAGS)

install: static
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(STATIC_BUILD)/release/pmlint $(DESTDIR)$(PREFIX)/bin/pmlint
	strip $(DESTDIR)$(PREFIX)/bin/pmlint

format:
	swift format -i -r Package.swift Sources Tests

lint-format:
	swift format lint --strict -r Package.swift Sources Tests

bench: static build
	Bench/run

score: build
	Bench/score

clean:
	rm -rf .build $(STATIC_BUILD) .build-bench
