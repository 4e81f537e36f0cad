#!/usr/bin/env bash
# Measures this program beside others that do the same work, in turn, on this machine:
#   tests/bench/run.sh BUILD [ROW...]
# BUILD was configured with --buildtype=release; ROW is one of the functions row_… below (all without).
# A row's ratio is the median of the ratios of its pairs of runs: ours, then the peer, at once.
# Exit status 1 when a figure is over its limit.
set -euo pipefail

build=$(realpath "${1:?usage: $0 BUILD [ROW...]}")
shift
source=$(realpath "$(dirname "$0")/../..")
pairs=${PAIRS:-9}

"$source/build-aux/install-packages.sh" bench
grep -q '"buildtype", "value": "release"' "$build/meson-info/intro-buildoptions.json" ||
  { echo "$build was not configured with --buildtype=release" >&2; exit 2; }

scratch=$(mktemp -d "${TMPDIR:-/tmp}/jixiao-bench-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
over=0

# median: of the numbers on standard input.
median() { sort -g | awk '{ n[NR] = $1 } END { print NR % 2 ? n[(NR + 1) / 2] : (n[NR / 2] + n[NR / 2 + 1]) / 2 }'; }

# quotients A B: line by line.
quotients() { paste "$1" "$2" | awk '{ print $1 / $2 }'; }

# measure NAME COMMAND...: appends seconds to $scratch/NAME.s and the peak in MiB to $scratch/NAME.m.
measure() {
  local name=$1 begin end
  shift
  begin=$EPOCHREALTIME
  command time -o "$scratch/peak" -f %M "$@" >"$scratch/output" 2>"$scratch/errors" ||
    { echo "failed: $*" >&2; cat "$scratch/errors" >&2; exit 2; }
  end=$EPOCHREALTIME
  awk -v a="$begin" -v b="$end" 'BEGIN { print b - a }' >>"$scratch/$name.s"
  awk 'END { print $1 / 1024 }' "$scratch/peak" >>"$scratch/$name.m"
}

# report WORK OURS PEER RATIO LIMIT: a line of the table; RATIO over LIMIT is told.
report() {
  local verdict=
  awk -v r="$4" -v l="$5" 'BEGIN { exit !(r > l) }' && verdict=' OVER' && over=1
  printf '%-44s | %14s | %14s | %7.3f | %7s%s\n' "$1" "$2" "$3" "$4" "$5" "$verdict"
}

# report_pairs WORK OURS PEER LIMIT: from what measure wrote under the names OURS and PEER.
report_pairs() {
  report "$1" "$(median <"$scratch/$2.s" | xargs printf '%.3f s')" "$(median <"$scratch/$3.s" | xargs printf '%.3f s')" \
    "$(quotients "$scratch/$2.s" "$scratch/$3.s" | median)" "$4"
}

# report_peak WORK OURS LIMIT-MIB: the largest peak of the runs under OURS.
report_peak() {
  local peak
  peak=$(sort -g "$scratch/$2.m" | tail -n 1)
  report "$1" "$(printf '%.1f MiB' "$peak")" "$3 MiB" "$(awk -v p="$peak" -v l="$3" 'BEGIN { print p / l }')" 1
}

# document N: path of a generated document of N projects.
document() {
  local path=$scratch/$1.jixiao
  [ -e "$path" ] || "$build/tests/bench/jx-generate" "$1" "$path"
  echo "$path"
}

# What is in 10,000 projects, beside a validation of the same file by its schema.
row_show() {
  local file
  file=$(document 10000)
  for ((i = 0; i < pairs; i++)); do
    measure show "$build/src/cli/jixiao-cli" show "$file"
    measure xmllint xmllint --stream --noout --relaxng "$source/data/schema/goal-document.rng" "$file"
  done
  report_pairs 'show, 10,000 projects : xmllint --relaxng' show xmllint 0.75
  report_peak 'show, 10,000 projects: memory' show 96
}

# A durable save of 10,000 projects, beside loading them, in one process.
row_save() {
  local file
  file=$(document 10000)
  "$build/tests/bench/jx-bench-save" "$file" "$scratch/copy.jixiao" "$pairs" >"$scratch/save"
  cmp "$file" "$scratch/copy.jixiao"
  awk '{ print $1 }' "$scratch/save" >"$scratch/load.s"
  awk '{ print $2 }' "$scratch/save" >"$scratch/save.s"
  report_pairs 'durable save, 10,000 projects : load' save load 0.6
}

# office_pdf DOCX: converts with a word processor that has a profile of its own.
office_pdf() {
  soffice -env:UserInstallation="file://$scratch/office" --headless --convert-to pdf --outdir "$scratch" "$1"
  # It says it did even where it did not.
  [ -s "${1%.docx}.pdf" ]
}
export -f office_pdf
export scratch

# 1,000 projects to PDF with contents and outline, beside a word processor with a docx of the same
# content; ten times as many; and what can be copied from the PDF.
row_pdf() {
  local file ten turns=$((pairs < 3 ? pairs : 3))
  file=$(document 1000)
  ten=$(document 10000)
  "$source/tests/bench/make-docx.py" "$file" "$scratch/1000.docx"
  for ((i = 0; i < turns; i++)); do
    measure pdf "$build/src/cli/jixiao-cli" export "$file" -o "$scratch/ours.pdf"
    measure office bash -c 'office_pdf "$1"' office "$scratch/1000.docx"
    measure pdf-again "$build/src/cli/jixiao-cli" export "$file" -o "$scratch/ours.pdf"
    measure pdf-ten "$build/src/cli/jixiao-cli" export "$ten" -o "$scratch/ten.pdf"
  done
  report_pairs 'PDF, 1,000 projects : LibreOffice' pdf office 0.0833
  report_peak 'PDF, 1,000 projects: memory' pdf 100
  report_pairs 'PDF, 10,000 projects : 1,000' pdf-ten pdf-again 11

  pdftotext -raw "$scratch/ours.pdf" "$scratch/ours.txt"
  local lost
  lost=$("$source/tests/bench/compare-text.py" "$file" "$scratch/ours.txt")
  report 'PDF, 1,000 projects: characters lost' "$lost" '' "$lost" 0
}

# 1,000 projects taken in from a Word document and from a web page, beside nothing but parsing them; and
# the Word document written, beside a word processor that makes one of the same web page.
row_exchange() {
  local file
  file=$(document 1000)
  "$build/src/cli/jixiao-cli" export "$file" -o "$scratch/page.html"
  for ((i = 0; i < pairs; i++)); do
    measure docx-out "$build/src/cli/jixiao-cli" export "$file" -o "$scratch/text.docx"
    measure docx-in "$build/src/cli/jixiao-cli" import "$scratch/text.docx" -o "$scratch/taken.jixiao"
    measure docx-sax bash -c 'unzip -p "$1" word/document.xml | xmllint --stream --noout -' sax "$scratch/text.docx"
    measure html-in "$build/src/cli/jixiao-cli" import "$scratch/page.html" -o "$scratch/taken.jixiao"
    measure html-tree xmllint --html --noout "$scratch/page.html"
  done
  mkdir -p "$scratch/of-page"
  measure html-docx soffice -env:UserInstallation="file://$scratch/office" --headless --infilter='HTML (StarWriter)' \
    --convert-to 'docx:MS Word 2007 XML' --outdir "$scratch/of-page" "$scratch/page.html"
  # It says it did even where it did not.
  [ -s "$scratch/of-page/page.docx" ]
  head -n 1 "$scratch/docx-out.s" >"$scratch/docx-once.s"

  report_pairs 'docx in, 1,000 projects : unzip, xmllint' docx-in docx-sax 3
  report_peak 'docx in, 1,000 projects: memory' docx-in 128
  report_pairs 'docx out, 1,000 projects : LibreOffice' docx-once html-docx 0.1
  report_pairs 'HTML in, 1,000 projects : xmllint --html' html-in html-tree 2
}

# The PDF of 1,000 projects tagged, beside the same without tags as a printer gets it, in one process.
row_tags() {
  local size
  "$build/tests/bench/jx-bench-tags" "$(document 1000)" "$scratch" "$pairs" >"$scratch/tags"
  awk 'NF == 2 { print $1 }' "$scratch/tags" >"$scratch/tagged.s"
  awk 'NF == 2 { print $2 }' "$scratch/tags" >"$scratch/untagged.s"
  report_pairs 'tagged PDF, 1,000 projects : untagged' tagged untagged 1.4
  size=$(tail -n 1 "$scratch/tags")
  report 'tags of 1,000 projects: a page' "$size bytes" '15000 bytes' "$(awk -v s="$size" 'BEGIN { print s / 15000 }')" 1
}

# The page of a project with 200 indicators, from its making to its first frame; and a key in one of its cells:
# by the standard form and by the one with the most columns.
row_tab() {
  measure_tab
  measure_tab ministry-monitoring ', widest form'
}

measure_tab() {
  for ((i = 0; i < pairs; i++)); do
    "$source/build-aux/with-display.sh" "$build/tests/bench/jx-bench-tab" 200 ${1:+"$1"} 2>/dev/null | tail -n 1
  done >"$scratch/tab"
  local open key
  open=$(awk '{ print $1 }' "$scratch/tab" | median)
  key=$(awk '{ print $2 }' "$scratch/tab" | median)
  report "open tab, 200 indicators${2:-}, to painted" "$open ms" '250 ms' "$(awk -v o="$open" 'BEGIN { print o / 250 }')" 1
  report "a key in a cell of these${2:-}, own work" "$key ms" '16 ms' "$(awk -v k="$key" 'BEGIN { print k / 16 }')" 1
}

# 10,000 matches replaced as one step, and that step undone; a search of 10,000 projects, plain and regardless of case.
row_replace() {
  local column=0 name ms
  "$build/tests/bench/jx-bench-search" "$(document 10000)" "$pairs" >"$scratch/search"
  for name in 'search, 10,000 projects:150' 'search, 10,000 projects, regardless of case:150' \
    'replace 10,000 matches:300' 'undo of 10,000 replacements:300'; do
    column=$((column + 1))
    ms=$(awk -v c="$column" '{ print $c }' "$scratch/search" | median)
    report "${name%:*}" "$ms ms" "${name##*:} ms" "$(awk -v m="$ms" -v l="${name##*:}" 'BEGIN { print m / l }')" 1
  done
}

# From main() to the first frame: with the sample open, a window with a label, with 1,000 projects.
row_frame() {
  local programs=$build/tests/bench
  "$source/build-aux/with-display.sh" bash -c '
    for ((i = 0; i < $1; i++)); do "$2" "$3"; "$4"; "$2" "$5"; done' frame \
    "$pairs" "$programs/jx-bench-frame" "$source/data/samples/yunxi.jixiao" "$programs/jx-bench-bare" "$(document 1000)" \
    2>"$scratch/errors" | grep -E '^[0-9.]+ [0-9]+$' >"$scratch/frames"
  awk 'NR % 3 == 1 { print $1 }' "$scratch/frames" >"$scratch/frame.s"
  awk 'NR % 3 == 2 { print $1 }' "$scratch/frames" >"$scratch/bare.s"
  awk 'NR % 3 == 0 { print $1 }' "$scratch/frames" >"$scratch/frame-big.s"
  report_pairs 'first frame, the sample : a bare window' frame bare 1.6
  report_pairs 'first frame, 1,000 projects : a bare window' frame-big bare 2
  report_pairs 'first frame, 1,000 projects : the sample' frame-big frame 1.5
}

# stall N [PART]: what takes long in the window with N projects, each by itself: the longest time its main loop did not
# come round, and how much of our own work there was in one of these at most; all in milliseconds.
stall() {
  mkdir -p "$scratch/stall"
  "$source/build-aux/with-display.sh" "$build/tests/bench/jx-bench-stall" "$(document "$1")" "$scratch/stall" ${2:+"$2"} \
    2>"$scratch/errors" >"$scratch/stalls"
}

# With 1,000 projects by the clock. With 10,000 what is done at once, without progress; of that our own work, for the
# clock runs on while other programs have their turn.
row_stall() {
  local worst own
  stall 1000
  read -r worst own < <(tail -n 1 "$scratch/stalls")
  report "longest stall of the window, 1,000 projects" "$worst ms" '500 ms' "$(awk -v w="$worst" 'BEGIN { print w / 500 }')" 1
  stall 10000 edits
  read -r worst own < <(tail -n 1 "$scratch/stalls")
  report "longest work of an edit, 10,000 projects" "$own ms" '500 ms' "$(awk -v w="$own" 'BEGIN { print w / 500 }')" 1
}

rows=("$@")
[ ${#rows[@]} -gt 0 ] || mapfile -t rows < <(declare -F | sed -n 's/^declare -f row_//p')

printf '%-44s | %14s | %14s | %7s | %7s\n' work ours peer ratio limit
for row in "${rows[@]}"; do
  "row_$row"
done
exit "$over"
