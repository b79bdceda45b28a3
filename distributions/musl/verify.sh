#!/bin/bash
# Checks an archive by itself: everything that PYTHON.json lists links, the result runs in a folder that holds nothing else, and each
# extension's symbols close without any other. See ../README.md.
# usage: verify.sh [--cache FOLDER] ARCHIVE    (root, for chroot)
set -euo pipefail

CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/jox-distributions
[ "${1:-}" != --cache ] || { CACHE=$2; shift 2; }
[ $# = 1 ] && [ -f "$1" ] || { sed -n 4p "$0" >&2; exit 2; }
ARCHIVE=$(realpath "$1")

HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/../common/stages.sh"
. "$HERE/../common/debian.sh"
. "$HERE/../common/zig.sh"
unset CC CFLAGS CPPFLAGS LDFLAGS PYTHONPATH PYTHONHOME
need_packages ca-certificates openssl python3 python3-pip zstd
open_cache
use_zig x86_64-linux-musl x86_64-linux-musl
link() { python3 "$HERE/../common/link.py" "$WORK/python" x86_64-linux-musl-cc "$@"; }
ask() { python3 -c 'import json, sys; info = json.load(open(sys.argv[1])); print(eval(sys.argv[2]))' "$WORK/python/PYTHON.json" "$1"; }

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
say "unpacking $(basename "$ARCHIVE")"
tar -I zstd -xmf "$ARCHIVE" -C "$WORK"

say "the python it brings"
"$WORK/python/$(ask "info['python_exe']")" -I -B -c 'import sys, sysconfig; print(sys.version); sysconfig.get_config_vars()'

say "a python with everything, in an empty folder"
ROOT=$WORK/root
mkdir -p "$ROOT/bin" "$ROOT/lib"
link "$ROOT/bin/python"
! ldd "$ROOT/bin/python" 2>/dev/null || fail "the executable is dynamic"
(cd "$WORK/python/$(ask "info['python_paths']['stdlib']")" &&
  python3 -m zipfile -c "$ROOT/lib/python$(ask "info['python_major_minor_version']" | tr -d .).zip" $(ls -d *.py */ | grep -v -e '^test/$' -e '^config-' -e '^site-packages'))
ask "json.dumps({'version': info['python_version'], 'modules': list(info['build_info']['extensions'])})" > "$ROOT/expected.json"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
  -keyout "$ROOT/key.pem" -out "$ROOT/certificate.pem" 2>/dev/null
cp "$HERE/probe.py" "$HERE/../common/checks.py" "$ROOT/"
env -i PYTHONHOME=/ "$(command -v chroot)" "$ROOT" /bin/python -B /probe.py /expected.json /certificate.pem /key.pem

say "each extension without the others"
for extension in $(ask "' '.join(name for name, variants in info['build_info']['extensions'].items() if not variants[0]['required'])"); do
  link "$WORK/one" --only "$extension" || fail "$extension does not link by itself"
done
say "none of them, and all without SQLite and OpenSSL"
link "$WORK/one" --only
link "$WORK/one" --without _sqlite3 _ssl _hashlib
say "verified $(basename "$ARCHIVE")"
