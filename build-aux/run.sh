#!/usr/bin/env bash
# Installs what is missing, builds, and opens Jixiao on the sample document (or on the files given).
# Where there is no display, does the same main job without windows and says where the results are.
set -euo pipefail
cd "$(dirname "$0")/.."

build-aux/install-packages.sh build
[ -f _build/build.ninja ] || meson setup _build --prefix="$PWD/_build/installed" --buildtype=release -Dtests=disabled
meson compile -C _build
meson install -C _build --no-rebuild --quiet

programs=$PWD/_build/installed/bin
samples=$PWD/_build/installed/share/jixiao/samples
export XDG_DATA_DIRS=$PWD/_build/installed/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$programs/jixiao" "${@:-$samples/yunxi.jixiao}"
fi

mkdir -p out
document=${1:-$samples/yunxi.jixiao}
"$programs/jixiao-cli" export "$document" -o out/goal-document.pdf
"$programs/jixiao-cli" chart "$document" -o out/spending.svg
"$programs/jixiao-cli" show "$document" | tee out/summary.txt
echo
echo "There is no display here, so no window was opened. Written instead:"
echo "  $PWD/out/goal-document.pdf   the printed document"
echo "  $PWD/out/spending.svg        spending against the plan"
echo "  $PWD/out/summary.txt         what is in it"
