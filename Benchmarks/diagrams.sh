#!/bin/sh
# Judges and times our diagrams beside Mermaid in headless Chromium. See Benchmarks/README.md.
# usage: Benchmarks/diagrams.sh [FOLDER] [OPTION…]
set -eu
cd "$(dirname "$0")/.."
folder=../shared/handbook
if [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; then folder=$1; shift; fi
wheel=.build-benchmarks/mermaid

command -v chromium >/dev/null || { echo "diagrams.sh: chromium is missing; apt-get install chromium" >&2; exit 2; }
if [ ! -f "$wheel/artoo_mermaid/assets/mermaid.min.js" ]; then
  # A wheel that holds mermaid.min.js of its own version; nothing of it is run but that script, in the browser.
  python3 -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.12 --dest "$wheel" artoo-mermaid==11.16.0
  python3 -m zipfile --extract "$wheel"/artoo_mermaid-*.whl "$wheel"
fi
swift build --configuration release --product DiagramBenchmark
exec python3 Benchmarks/diagrams.py "$folder" --program .build/release/DiagramBenchmark \
  --mermaid "$wheel/artoo_mermaid/assets/mermaid.min.js" "$@"
