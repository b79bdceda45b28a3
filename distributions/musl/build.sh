#!/bin/bash
# A static musl CPython as an archive in the shape of python-build-standalone's "full" ones. See ../README.md.
set -euo pipefail

HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/../common/options.sh"
PYTHONS="3.13 3.11"
options "$@"

. "$HERE/../common/stages.sh"
. "$HERE/../common/debian.sh"
. "$HERE/../common/zig.sh"
. "$HERE/../common/libraries.sh"
. "$HERE/../common/archive.sh"
. "$HERE/cpython.sh"

# What the build's environment says must not reach the compilers.
unset CC CXX CFLAGS CPPFLAGS CXXFLAGS LDFLAGS PYTHONPATH PYTHONHOME
export LC_ALL=C.UTF-8 TZ=UTC SOURCE_DATE_EPOCH=315619200

case $PYTHON in
  3.11) PYTHON_SUITES=bookworm ;;
  3.13) PYTHON_SUITES=trixie ;;
  *) fail "no source of CPython $PYTHON is known" "use --python 3.11 or --python 3.13" ;;
esac
need_packages bzip2 ca-certificates make perl python3 python3-pip tcl xz-utils zstd
open_cache
use_zig x86_64-linux-musl x86_64-linux-musl

get_library_sources() { debian_sources "$1" "bookworm bookworm-security" "${LIBRARY_SOURCES[@]}"; }
get_python_source() { debian_sources "$1" "$PYTHON_SUITES" "python$PYTHON"; }
[ -z "$REFRESH" ] || rm -rf "$CACHE"/stages/*sources-*
stage library-sources get_library_sources "$(declare -f debian_sources debian_sites)" "${LIBRARY_SOURCES[*]}"
SOURCES=$STAGE
stage "python$PYTHON-sources" get_python_source "$(declare -f debian_sources debian_sites)" "$PYTHON_SUITES"
PYTHON_SOURCES=$STAGE

HOST=x86_64-linux-musl TRIPLE=x86_64-unknown-linux-musl OPENSSL_TARGET=linux-x86_64 OPENSSL_TRUST=/etc/ssl LIBRARY_CFLAGS="-O2 -fPIC" BUILD_CC=x86_64-linux-musl-cc
TOOLCHAIN="zig $ZIG_VERSION $(declare -f zig_tools)"
build_libraries
stage "python$PYTHON-$HOST" build_python "$TOOLCHAIN" "$(declare -f configure_python all_static forget_place)" \
  "$PYTHON_CFLAGS $PYTHON_LDFLAGS" "$(upstream "$PYTHON_SOURCES" "python$PYTHON")" "${LIBRARIES[@]##*/}" \
  "$HERE/describe.py" "$HERE/run_tests.py" "$HERE/../common/python_json.py"
VERSION=$(sed -n 's/^ "python_version": "\(.*\)",$/\1/p' "$STAGE/python/PYTHON.json")
deliver "$STAGE" "cpython-$VERSION-$TRIPLE-noopt+static-full" "$OUTPUT"
