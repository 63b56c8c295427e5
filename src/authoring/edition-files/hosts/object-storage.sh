#!/bin/sh
# An object storage that speaks S3, with the AWS command line: sh hosts/object-storage.sh BUCKET
# Each kind of file is sent with its media type, which _headers states, and with its time in caches.
set -eu
bucket="$1"
cd "$(dirname "$0")/../dist"
send() { aws s3 cp . "s3://$bucket/" --recursive --exclude '*' "$@"; }

# What pages need and what is kept for a year goes first. Its types are known everywhere.
send --include 'assets/*' --include 'search/pagefind/index/*' --include 'search/pagefind/filter/*' \
  --include 'search/pagefind/*.pf_meta' --cache-control 'public, max-age=31536000, immutable'

# Everything else, type by type. If site: has a path, write it here, with both slashes, and send to s3://BUCKET/path/.
root=/
{
  printf '%s\t%s\n' '*.json' application/json '*.xml' application/xml
  awk -v root="$root" 'index($1, root) == 1 { files = substr($1, length(root) + 1) }
    sub(/^ *Content-Type: /, "") { print files "\t" $0 }' _headers
} | while IFS="$(printf '\t')" read -r files type; do
  send --include "$files" --exclude 'assets/*' --exclude 'search/pagefind/*/*' --exclude '*.pf_meta' \
    --cache-control no-cache --content-type "$type"
done

# What is gone from the edition goes last, so that no page misses a file meanwhile.
aws s3 sync . "s3://$bucket/" --size-only --delete
