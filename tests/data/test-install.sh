#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed: whole, valid, and running from wherever it was staged. Speaks TAP.
#   test-install.sh SOURCE_ROOT BUILD_ROOT PREFIX WITH_DISPLAY
set -u
source=$1 build=$2
with_display=$4
id=io.github.jixiao.Jixiao
number=0 failed=0
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

# check NAME COMMAND...: one test; what the command says is told where it fails.
check() {
  local name=$1 told; shift
  number=$((number + 1))
  if told=$("$@" 2>&1); then echo "ok $number /data/$name"
  else echo "not ok $number /data/$name"; failed=1; sed 's/^/# /' <<<"$told" | head -n 20; fi
}

install_staged() { DESTDIR=$stage meson install -C "$build" --no-rebuild --quiet; }
check install install_staged
prefix=$stage$3
share=$prefix/share

check desktop desktop-file-validate "$share/applications/$id.desktop"
check metainfo appstreamcli validate --no-net "$share/metainfo/$id.metainfo.xml"
check service grep -qx "Name=$id" "$share/dbus-1/services/$id.service"
check icons test -s "$share/icons/hicolor/scalable/apps/$id.svg" -a -s "$share/icons/hicolor/symbolic/apps/$id-symbolic.svg"
check settings glib-compile-schemas --strict --dry-run "$share/glib-2.0/schemas"
check manual test -s "$prefix/share/man/man1/jixiao.1" -a -s "$prefix/share/man/man1/jixiao-cli.1"
check completion bash -n "$share/bash-completion/completions/jixiao-cli"
check chinese test -s "$share/locale/zh_CN/LC_MESSAGES/jixiao.mo"

schema() { xmllint --noout --nonet --relaxng "$share/jixiao/schema/$1.rng" "${@:2}"; }
check schema-sample schema goal-document "$share"/jixiao/samples/*.jixiao
check schema-forms schema form "$source"/data/forms/*.xml
check schema-profiles schema profile "$source"/data/profiles/20*.xml

# The media type: by magic, whatever the file is called.
media_type() {
  mkdir -p "$stage/mime" && cp -r "$share/mime" "$stage/mime/"
  cp /usr/share/mime/packages/freedesktop.org.xml "$stage/mime/mime/packages/"
  update-mime-database "$stage/mime/mime"
  cp "$share/jixiao/samples/yunxi.jixiao" "$stage/anything.dat"
  XDG_DATA_DIRS=$stage/mime XDG_DATA_HOME=$stage/home gio info -a standard::content-type "$stage/anything.dat" |
    grep -q 'application/x-jixiao+xml'
}
check media-type media_type

# Our sample is what the importer makes of our text, and saves to the same bytes.
stable() { "$prefix/bin/jixiao-cli" import "$share/jixiao/samples/yunxi.jixiao" -o "$stage/again.jixiao" &&
  cmp "$stage/again.jixiao" "$share/jixiao/samples/yunxi.jixiao"; }
check sample-stable stable

staged_cli() { env -u JX_SOURCE_ROOT "$prefix/bin/jixiao-cli" export "$share/jixiao/samples/yunxi.jixiao" -o "$stage/out.pdf" &&
  pdftotext "$stage/out.pdf" - | grep -q 云溪镇人民政府; }
check staged-cli staged_cli
staged_chinese() { LC_ALL=C.UTF-8 LANGUAGE=zh_CN "$prefix/bin/jixiao-cli" --help | grep -q 用法; }
check staged-chinese staged_chinese
staged_program() { "$with_display" "$prefix/bin/jixiao" --version | grep -q '^jixiao'; }
check staged-program staged_program

echo "1..$number"
exit "$failed"
