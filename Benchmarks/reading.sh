#!/bin/sh
# Times reading alone, beside cmark-gfm on the same bytes. See Benchmarks/README.md.
# usage: Benchmarks/reading.sh [FOLDER] [SECONDS]
set -eu
cd "$(dirname "$0")/.."
folder=${1:-../shared/handbook/docs}
seconds=${2:-5}

command -v cmark-gfm >/dev/null || { echo "reading.sh: cmark-gfm is missing; apt-get install cmark-gfm" >&2; exit 2; }
swift build --configuration release --product ReaderBenchmark
exec .build/release/ReaderBenchmark "$folder" "$seconds"
