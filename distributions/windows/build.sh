#!/bin/bash
# A static Windows CPython as an archive in the shape of python-build-standalone's "full" ones. See ../README.md.
set -euo pipefail

HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/../common/options.sh"
PYTHONS="3.13"
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
  3.13) PYTHON_SUITES=trixie ;;
  *) fail "the patches for CPython $PYTHON on Windows are not written" "use --python 3.13" ;;
esac
need_packages bzip2 ca-certificates make ninja-build patch perl python3 python3-pip tcl xz-utils zstd
open_cache
HOST=x86_64-w64-mingw32 TRIPLE=x86_64-pc-windows-gnu LINUX=x86_64-linux-musl
zig_for_windows
zig_tools "$CACHE/tools" "$LINUX" "$LINUX"

get_library_sources() { debian_sources "$1" "bookworm bookworm-security" "${LIBRARY_SOURCES[@]}"; }
get_python_source() { debian_sources "$1" "$PYTHON_SUITES" "python$PYTHON"; }
[ -z "$REFRESH" ] || rm -rf "$CACHE"/stages/*sources-*
stage library-sources get_library_sources "$(declare -f debian_sources debian_sites)" "${LIBRARY_SOURCES[*]}"
SOURCES=$STAGE
stage "python$PYTHON-sources" get_python_source "$(declare -f debian_sources debian_sites)" "$PYTHON_SUITES"
PYTHON_SOURCES=$STAGE

# Trust and configuration are looked for where python.org's Python looks for them, a folder that only administrators write to.
OPENSSL_TARGET=mingw64 OPENSSL_TRUST='C:\Program Files\Common Files\SSL'
LIBRARY_CFLAGS="-O2" BUILD_CC=$LINUX-cc
TOOLCHAIN="zig $ZIG_VERSION $(declare -f zig_tools zig_for_windows name_objects)"
build_libraries

stage "python$PYTHON-frozen" build_frozen "$TOOLCHAIN" "$(upstream "$PYTHON_SOURCES" "python$PYTHON")" "$HERE/freeze.py" "$HERE/projects.py"
FROZEN=$STAGE
SCRIPTS=("$HERE"/{describe,gates,generate,modules,projects,run_tests}.py)
PATCHES=("$HERE/patches/$PYTHON"/*.patch)
stage "python$PYTHON-$HOST" build_python "${FROZEN##*/}" "$TOOLCHAIN" "$(declare -f patch_python windows_headers)" \
  "$(upstream "$PYTHON_SOURCES" "python$PYTHON")" "${LIBRARIES[@]##*/}" "${PATCHES[@]}" "$HERE/gates-$PYTHON.txt" "${SCRIPTS[@]}" \
  "$HERE/../common/python_json.py"
VERSION=$(sed -n 's/^ "python_version": "\(.*\)",$/\1/p' "$STAGE/python/PYTHON.json")
deliver "$STAGE" "cpython-$VERSION-$TRIPLE-noopt+static-full" "$OUTPUT"
