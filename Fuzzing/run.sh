#!/bin/sh
# Builds the fuzzer with the sources that it needs, outside the package, and runs it.
set -eu
cd "$(dirname "$0")/.."
out=.build/fuzzing
mkdir -p "$out/corpus"
flags="-O -parse-as-library -sanitize=fuzzer -swift-version 6 -I $out"
for module in Text Diagnostics Facts Templates; do
  swiftc $flags -wmo -emit-module -emit-module-path "$out/$module.swiftmodule" \
    -module-name "$module" -c $(find Sources/$module -name '*.swift') -o "$out/$module.o"
done
swiftc $flags -module-name TemplatesFuzzer Fuzzing/TemplatesFuzzer.swift \
  "$out/Text.o" "$out/Diagnostics.o" "$out/Facts.o" "$out/Templates.o" \
  -o "$out/templates"
exec "$out/templates" "$out/corpus" "$@"
