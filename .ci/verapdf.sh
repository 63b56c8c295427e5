#!/usr/bin/env bash
# Fetches veraPDF from Maven Central for the tests that judge PDFs with it, at the versions of pom.xml, into .cache/verapdf or the
# folder that ESTENAD_VERAPDF names. Without Maven or a JDK those tests are skipped, and this says so.
set -euo pipefail
cd "$(dirname "$0")"
for command in mvn javac; do
  if ! command -v "$command" > /dev/null; then
    echo "veraPDF was not fetched: $command is not installed (Debian's maven and default-jdk-headless)"
    exit 0
  fi
done
folder=${ESTENAD_VERAPDF:-$PWD/../.cache/verapdf}
mvn --quiet --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DincludeScope=runtime -DoutputDirectory="$folder" < /dev/null
echo "veraPDF is in $folder"
