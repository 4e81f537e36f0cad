#!/usr/bin/env bash
# Installs what is missing, builds and runs every test. With CI=true also builds with the address
# and undefined-behaviour sanitizers and runs the suites that need no display, leaks and all, and
# runs each fuzzer for a minute.
# Ends with "N passed, N failed" and fails when anything did.
set -euo pipefail
cd "$(dirname "$0")/.."

build-aux/install-packages.sh test
passed=0
failed=0
told=

# run_tests BUILD_FOLDER MESON_TEST_ARGUMENT...: runs, then counts the tests inside the programs too.
run_tests() {
  local build=$1 status=0; shift
  meson test -C "$build" --no-rebuild --print-errorlogs --timeout-multiplier 4 "$@" || status=$?
  local output good bad
  output=$(python3 build-aux/count-tests.py "$build"/meson-logs/testlog*.json)
  read -r good bad <<<"$output"
  told+=$(tail -n +2 <<<"$output")
  passed=$((passed + good))
  failed=$((failed + bad))
  # A run that failed without one failed test (none found, a crash before the first) is a failure.
  [ "$status" -eq 0 ] || [ "$bad" -gt 0 ] || failed=$((failed + 1))
}

[ -f _build-test/build.ninja ] || meson setup _build-test -Dtests=enabled -Dwerror=true
meson compile -C _build-test
run_tests _build-test

if [ "${CI:-}" = true ]; then
  [ -f _build-sanitize/build.ninja ] ||
    meson setup _build-sanitize -Dtests=enabled -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1
  meson compile -C _build-sanitize
  suites=()
  for suite in base model xml form exchange review paper cli; do suites+=(--suite "$suite"); done
  ASAN_OPTIONS=detect_leaks=1:fast_unwind_on_malloc=0 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
    LSAN_OPTIONS=suppressions=$PWD/build-aux/leaks-of-libraries.txt:print_suppressions=0 \
    run_tests _build-sanitize "${suites[@]}"

  [ -f _build-fuzz/build.ninja ] ||
    CC=clang-14 meson setup _build-fuzz -Dtests=enabled -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1
  meson compile -C _build-fuzz fuzzers
  run_tests _build-fuzz --suite fuzz --num-processes 2
fi

[ "$failed" -eq 0 ] || printf '%s\n' "What failed, at last:" "$told"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
