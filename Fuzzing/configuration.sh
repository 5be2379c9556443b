#!/bin/sh
# Fuzzes the reader of the YAML files: Fuzzing/configuration.sh [options of libFuzzer]
# Found inputs stay in .build/fuzz/corpus; the content of departments/ and templates/ seeds them.
set -eu
cd "$(dirname "$0")/.."
build=.build/fuzz
swift build --target Configuration --scratch-path "$build" \
  -Xswiftc -sanitize=fuzzer -Xswiftc -parse-as-library -Xswiftc -O
modules=$build/debug
swiftc -sanitize=fuzzer -parse-as-library -I "$modules/Modules" \
  -Xcc -fmodule-map-file="$build/checkouts/Yams/Sources/CYaml/include/module.modulemap" \
  -Xcc -fmodule-map-file="$modules/CPlatform.build/module.modulemap" \
  Fuzzing/ConfigurationFuzzer.swift "$modules"/Configuration.build/*.o "$modules"/Facts.build/*.o \
  "$modules"/Files.build/*.o "$modules"/YAML.build/*.o "$modules"/Text.build/*.o \
  "$modules"/Work.build/*.o \
  "$modules"/CPlatform.build/*.o "$modules"/Funding.build/*.o \
  "$modules"/Diagnostics.build/*.o "$modules"/Yams.build/*.o "$modules"/CYaml.build/src/*.o \
  -o "$build/configuration-fuzzer"
mkdir -p "$build/corpus"
find departments templates site -name '*.yaml' 2>/dev/null | while read -r file; do
  cp "$file" "$build/corpus/$(echo "$file" | tr / -)"
done
exec "$build/configuration-fuzzer" -max_len=4096 -timeout=10 "$@" "$build/corpus"
