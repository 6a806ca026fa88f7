#!/bin/sh
# Times a whole book: handpress, pandoc and the floor, on one handbook in one run. See Benchmarks/README.md.
# usage: Benchmarks/book.sh [HANDBOOK] [RUNS]
set -eu
cd "$(dirname "$0")/.."
handbook=${1:-../shared/handbook}
runs=${2:-5}
environment=.build-benchmarks/venv

command -v cmark-gfm >/dev/null || { echo "book.sh: cmark-gfm is missing; apt-get install cmark-gfm" >&2; exit 2; }
if [ ! -x "$environment/bin/python" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet pypandoc_binary
fi
swift build --configuration release --product handpress --static-swift-stdlib
exec "$environment/bin/python" Benchmarks/book.py "$handbook" --runs "$runs" --handpress .build/release/handpress
