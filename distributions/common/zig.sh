# The toolchain: zig, as the wheel that PyPI has. It brings clang, lld, and the C libraries of all targets.
# To be sourced after stages.sh.

ZIG_VERSION=0.17.1

# The wheel, unpacked.
get_zig() {
  python3 -m pip --disable-pip-version-check download --quiet --no-deps --only-binary=:all: --dest . "ziglang==$ZIG_VERSION"
  python3 -m zipfile -e ziglang-*.whl "$1"
  chmod +x "$1/ziglang/zig"
}

# zig_tools FOLDER TARGET PREFIX: commands PREFIX-cc, -c++, -ar, -ranlib in FOLDER, so that what a build writes down about its
# compiler holds no path of this machine.
zig_tools() {
  local folder=$1 target=$2 prefix=$3 tool flags
  mkdir -p "$folder"
  # Unless told not to, zig compiles the undefined behaviour sanitizer in, writes debug information, and makes __DATE__ an error.
  # Sources are unpacked under the cache's work folder, whose place is nobody's business.
  flags="-g0 -fno-sanitize=undefined -Wno-error=date-time -ffile-prefix-map='$CACHE/work'=/build"
  for tool in cc c++; do
    printf '#!/bin/sh\nexec "%s" %s -target %s %s "$@"\n' "$ZIG" "$tool" "$target" "$flags" > "$folder/$prefix-$tool"
  done
  for tool in ar ranlib; do printf '#!/bin/sh\nexec "%s" %s "$@"\n' "$ZIG" "$tool" > "$folder/$prefix-$tool"; done
  chmod +x "$folder/$prefix"-*
}

# use_zig TARGET PREFIX: sets ZIG and puts the tools of TARGET first on PATH.
use_zig() {
  stage "zig-$ZIG_VERSION" get_zig "$ZIG_VERSION"
  ZIG=$STAGE/ziglang/zig
  export ZIG_GLOBAL_CACHE_DIR=$CACHE/zig-cache ZIG_LOCAL_CACHE_DIR=$CACHE/work/zig-cache
  zig_tools "$CACHE/tools" "$1" "$2"
  PATH=$CACHE/tools:$PATH
}
