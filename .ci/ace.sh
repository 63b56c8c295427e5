#!/usr/bin/env bash
# Fetches Ace by DAISY, the checker of accessible EPUBs, from npm into .cache/ace or the folder that ESTENAD_ACE names. It brings
# browsers of its own by scripts that are not run: the tests give it theirs.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${ESTENAD_ACE:-$PWD/.cache/ace}
mkdir -p "$folder"
npm install --prefix "$folder" --no-audit --no-fund --no-save --ignore-scripts --loglevel=error @daisy/ace@1.4.6
echo "Ace is in $folder"
