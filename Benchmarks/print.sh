#!/bin/sh
# Times a printed book: handpress and pandoc with the same TeX engine, on one handbook. See Benchmarks/README.md.
# usage: Benchmarks/print.sh [HANDBOOK]
set -eu
cd "$(dirname "$0")/.."
handbook=${1:-../shared/handbook}
environment=.build-benchmarks/venv

for program in lualatex pdftotext pdfinfo; do
  command -v $program >/dev/null || { echo "print.sh: $program is missing; apt-get install texlive-luatex texlive-latex-recommended poppler-utils" >&2; exit 2; }
done
if [ ! -x "$environment/bin/python" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet pypandoc_binary
fi
swift build --configuration release --product handpress --static-swift-stdlib
exec "$environment/bin/python" Benchmarks/print.py "$handbook" --handpress .build/release/handpress
