#!/usr/bin/env bash
# Installs what some tests need from PyPI, at the versions of requirements.txt, into .cache/python or the folder that
# ESTENAD_PYTHON names. Without Python those tests are skipped, and this says so.
set -euo pipefail
cd "$(dirname "$0")"
folder=${ESTENAD_PYTHON:-$PWD/../.cache/python}
if ! python3 -m venv "$folder" > /dev/null; then
  echo "Nothing was installed from PyPI: python3 has no venv (Debian's python3-venv)"
  exit 0
fi
"$folder/bin/pip" install --quiet --disable-pip-version-check --requirement requirements.txt
echo "What tests need from PyPI is in $folder"
