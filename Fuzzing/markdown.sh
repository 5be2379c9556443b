#!/bin/sh
# Fuzzes the proofreader and the parser of Markdown: Fuzzing/markdown.sh [options of libFuzzer]
# Found inputs stay in .build/fuzzing/markdown-corpus; the texts of the project seed them.
set -eu
cd "$(dirname "$0")/.."
out=.build/fuzzing
corpus=$out/markdown-corpus
mkdir -p "$corpus"
flags="-O -parse-as-library -sanitize=fuzzer -swift-version 6 -I $out"
flags="$flags -Xcc -fmodule-map-file=Sources/CCmark/module.modulemap"
for module in Text Diagnostics Markdown; do
  swiftc $flags -wmo -emit-module -emit-module-path "$out/$module.swiftmodule" \
    -module-name "$module" -c $(find Sources/$module -name '*.swift') -o "$out/$module.o"
done
swiftc $flags -module-name MarkdownFuzzer Fuzzing/MarkdownFuzzer.swift \
  "$out/Text.o" "$out/Diagnostics.o" "$out/Markdown.o" \
  -lcmark-gfm -lcmark-gfm-extensions -o "$out/markdown"
find departments templates site docs -name '*.md' | while read -r file; do
  cp "$file" "$corpus/$(echo "$file" | tr / -)"
done
exec "$out/markdown" -max_len=2048 -timeout=10 "$@" "$corpus"
