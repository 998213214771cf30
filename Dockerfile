# docker build -t pmlint . && docker run --rm -v "$PWD:/work" pmlint postmortems/
FROM swift:6.3-bookworm AS build
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends libcmark-dev libyaml-dev pkg-config make
WORKDIR /source
COPY . .
RUN make static && strip .build-static/release/pmlint

# Nothing but the program: it brings its own libraries and a table of time zones. It has no git, so no --since.
FROM scratch
COPY --from=build /source/.build-static/release/pmlint /pmlint
WORKDIR /work
USER 65534:65534
ENTRYPOINT ["/pmlint"]
