#!/usr/bin/env bash
# Runs a fuzzer for some seconds: tests/fuzz/run.sh PROGRAM SECONDS SEEDS
# What it learns and what it finds lie in a folder beside the program and serve the next run.
set -euo pipefail

program=$1 seconds=$2 seeds=$3
learned=$program.corpus
findings=$program.findings
words=$(dirname "$seeds")/$(basename "$seeds").dict
mkdir -p "$learned" "$findings"

# The checker of memory sees blocks of GLib's own allocator only when it asks for each by itself.
export G_SLICE=always-malloc
export ASAN_OPTIONS=detect_leaks=1:quarantine_size_mb=32:allocator_may_return_null=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
export LSAN_OPTIONS=suppressions=$(dirname "$0")/../../build-aux/leaks-of-libraries.txt:print_suppressions=0

options=(-max_total_time="$seconds" -max_len=16384 -timeout=25 -rss_limit_mb=1024 -artifact_prefix="$findings/"
  -print_final_stats=1)
[ ! -f "$words" ] || options+=(-dict="$words")
exec "$program" "${options[@]}" "$learned" "$seeds"
