#!/usr/bin/env bash
# Runs a command on a screen of its own:
#   build-aux/with-display.sh COMMAND [ARGUMENT...]
# A virtual X server on a display that is free, a private session bus (with accessibility on demand),
# and a home and XDG folders that are empty before and gone afterwards. Ends as the command ends.
# With JX_STILL=true nothing moves by itself on the screen, as for who has switched animations off.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: $0 COMMAND [ARGUMENT...]" >&2; exit 2; }

place=$(mktemp -d "${TMPDIR:-/tmp}/jixiao-display-XXXXXX")
server=
session=

clean_up() {
  trap - EXIT HUP INT TERM
  [ -z "$session" ] || kill -- -"$session" 2>/dev/null || true
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server"; } || true
  rm -rf "$place"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir -p -m 700 "$place"/{home,config,data,cache,state,runtime,tmp}
export HOME=$place/home XDG_CONFIG_HOME=$place/config XDG_DATA_HOME=$place/data \
  XDG_CACHE_HOME=$place/cache XDG_STATE_HOME=$place/state XDG_RUNTIME_DIR=$place/runtime TMPDIR=$place/tmp
if [ "${JX_STILL:-}" = true ]; then
  mkdir "$place/config/gtk-4.0"
  printf '[Settings]\ngtk-enable-animations=false\n' >"$place/config/gtk-4.0/settings.ini"
fi
# Nothing of the machine's own desktop: no portal, no input method.
export ADW_DISABLE_PORTAL=1 GTK_IM_MODULE=gtk-im-context-simple
export GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory GIO_USE_VFS=local
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS XAUTHORITY DESKTOP_STARTUP_ID

# The server writes the number of the display it took, once it is ready.
mkfifo "$place/display"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -noreset 3>"$place/display" >"$place/server.log" 2>&1 &
server=$!
read -r number <"$place/display" || { echo "$0: the virtual X server did not start:" >&2; cat "$place/server.log" >&2; exit 1; }
export DISPLAY=:$number

# A process group of its own, so that nothing started on the screen outlives it. What services of the
# bus print does not mix with what the command prints.
setsid dbus-run-session -- bash -c 'exec "$@" >&3 3>&-' "$0" "$@" 3>&1 >&2 &
session=$!
status=0
wait "$session" || status=$?
exit "$status"
