#!/usr/bin/env bash
# Fetches Solr and OpenSearch from Maven Central for the tests that load the edition into them, at the versions of their pom.xml,
# into .cache/search-engines or the folder that ESTENAD_ENGINES names. Without Maven or a JDK those tests are skipped.
set -euo pipefail
cd "$(dirname "$0")/search-engines"
for command in mvn javac; do
  if ! command -v "$command" > /dev/null; then
    echo "Solr and OpenSearch were not fetched: $command is not installed (Debian's maven and default-jdk-headless)"
    exit 0
  fi
done
folder=${ESTENAD_ENGINES:-$PWD/../../.cache/search-engines}
for engine in solr opensearch; do
  mvn --quiet --batch-mode --file "$engine/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$folder/$engine" < /dev/null
done
echo "Solr and OpenSearch are in $folder"
