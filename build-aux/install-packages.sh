#!/usr/bin/env bash
# Installs the Debian packages a task needs, and only those that are missing.
#   build-aux/install-packages.sh build|test|bench
# Works as root or through sudo; says what is missing where neither is possible.
set -euo pipefail

build=(gcc libc6-dev meson ninja-build pkgconf gettext
  libgtk-4-dev libadwaita-1-dev libglib2.0-dev libglib2.0-bin libxml2-dev libcairo2-dev libpango1.0-dev
  libjson-glib-dev libgsf-1-dev libxlsxwriter-dev libxml2-utils desktop-file-utils shared-mime-info gtk-update-icon-cache
  fonts-noto-cjk librsvg2-common adwaita-icon-theme dconf-gsettings-backend)
test=("${build[@]}" xvfb xauth dbus at-spi2-core libatspi2.0-dev poppler-utils appstream unzip
  libasan8 libubsan1 clang-14 libclang-rt-14-dev python3
  libreoffice-writer libreoffice-calc python3-uno cups-daemon cups-filters-core-drivers
  ibus ibus-gtk4 ibus-libpinyin fcitx5 fcitx5-frontend-gtk4 fcitx5-pinyin)
bench=("${test[@]}" time)

case ${1:-} in
  build) wanted=("${build[@]}") ;;
  test) wanted=("${test[@]}") ;;
  bench) wanted=("${bench[@]}") ;;
  *) echo "usage: $0 build|test|bench" >&2; exit 2 ;;
esac

missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ]; then as_root=()
elif command -v sudo >/dev/null; then as_root=(sudo)
else
  echo "These packages are missing and neither root nor sudo is at hand: ${missing[*]}" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q
"${as_root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}"
