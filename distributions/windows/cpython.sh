# CPython as static objects for Windows, with every extension module of its standard library that Windows has. To be sourced.
# Needs HOST, TRIPLE, JOBS, PYTHON, PYTHON_SOURCES, LIBRARIES, HERE, and LINUX, the prefix of tools for programs that run here.

# zig_for_windows: tools of zig with what Makefiles count on. A library's resources name the version of its DLL, and here is none.
zig_for_windows() {
  use_zig x86_64-windows-gnu "$HOST"
  name_objects
  cat > "$CACHE/tools/$HOST-windres" <<'END'
#!/bin/bash
while [ "$1" != -o ]; do shift; done
END
  printf 'exec "%s" -x c -c /dev/null -o "$2"\n' "$CACHE/tools/$HOST-zig-cc" >> "$CACHE/tools/$HOST-windres"
  chmod +x "$CACHE/tools/$HOST-windres"
}

# name_objects: for Windows zig calls an object x.obj unless told a name, where Makefiles count on x.o.
name_objects() {
  local tool
  for tool in cc c++; do
    mv "$CACHE/tools/$HOST-$tool" "$CACHE/tools/$HOST-zig-$tool"
    cat > "$CACHE/tools/$HOST-$tool" <<'END'
#!/bin/bash
compiles= names= source=
for word in "$@"; do
  case $word in
    -c) compiles=yes ;;
    -o*) names=yes ;;
    *.c | *.cc | *.cpp | *.S) source=${word##*/} ;;
  esac
done
[ -z "$compiles" ] || [ -n "$names" ] || set -- "$@" -o "${source%.*}.o"
END
    printf 'exec "%s" "$@"\n' "$CACHE/tools/$HOST-zig-$tool" >> "$CACHE/tools/$HOST-$tool"
    chmod +x "$CACHE/tools/$HOST-$tool"
  done
}

# build_frozen FOLDER: the modules that are frozen into CPython, as headers in FOLDER/frozen_modules, and interpreter.json, what this
# version says of itself. Made by a small CPython for this machine from the same source, for bytecode must be of the same kind.
build_frozen() {
  unpack "$PYTHON_SOURCES" "python$PYTHON" && cd "python$PYTHON"
  ./configure --build="$LINUX" --host="$LINUX" --disable-shared --disable-test-modules --with-ensurepip=no --without-doc-strings \
    CC="$LINUX-cc" CPP="$LINUX-cc -E -D__DEFINED_va_list" AR="$LINUX-ar" RANLIB="$LINUX-ranlib" PKG_CONFIG=false OPT=-O1 \
    CFLAGS_NODIST=-DTHREAD_STACK_SIZE=0x800000 LDFLAGS_NODIST="-static -Wl,-z,stack-size=0x800000" LINKFORSHARED=" " \
    ac_cv_file__dev_ptmx=yes ac_cv_file__dev_ptc=no ac_cv_buggy_getaddrinfo=no
  make -j"$JOBS" _bootstrap_python
  python3 -B "$HERE/freeze.py" . ./_bootstrap_python "$1"
}

# patch_python: each patch applies as it is, and no condition on the compiler is left that nobody has looked at.
patch_python() {
  local each
  for each in "$HERE/patches/$PYTHON"/*.patch; do
    echo "$(basename "$each")"
    patch --strip=1 --fuzz=0 --no-backup-if-mismatch --force < "$each"
  done
  python3 -B "$HERE/gates.py" . "$HERE/gates-$PYTHON.txt"
}

# windows_headers FOLDER: headers by the names that Windows, where case does not count, has them under.
windows_headers() {
  local name
  mkdir -p "$1"
  for name in ProcessSnapshot Rpc Unknwn Wbemidl Windows; do printf '#include <%s.h>\n' "${name,,}" > "$1/$name.h"; done
}

# build_python FOLDER: python/ as it is in the archive. Needs FROZEN, the folder that build_frozen filled.
build_python() {
  local part deps=$PWD/deps out=$PWD/out root=$1/python install=$1/python/install source
  mkdir "$deps" "$out"
  for part in "${LIBRARIES[@]}"; do cp -r "$part/." "$deps/"; done
  unpack "$PYTHON_SOURCES" "python$PYTHON" && cd "python$PYTHON"
  source=$PWD
  cp -r "$FROZEN/frozen_modules" Python/
  patch_python
  windows_headers "$out/include"
  cp PC/pyconfig.h.in "$out/include/pyconfig.h"
  python3 -B "$HERE/generate.py" "$source" "$deps" "$out"
  ninja -j "$JOBS" -f "$out/build.ninja"
  mkdir -p "$install/libs" "$install/Scripts" "$root/build" "$root/licenses"
  # With headers, so that packages that need one of these libraries share it with the interpreter.
  cp -r "$out/build/." "$deps/lib" "$deps/include" "$HERE/run_tests.py" "$root/build/"
  rm -r "$root/build/Programs"
  cp "$out/python.exe" "$install/"
  cp "$out/PC/config.c" "$root/build/PC/"
  cp -r Lib "$install/"
  cp -r Include "$install/include"
  cp "$out/include/pyconfig.h" "$install/include/"
  cp "$deps"/licenses/* "$root/licenses/"
  cp -p LICENSE "$root/licenses/LICENSE.cpython.txt"
  cp Modules/expat/COPYING "$root/licenses/LICENSE.expat.txt"
  sed '/\*\//q' Modules/_decimal/libmpdec/mpdecimal.h > "$root/licenses/LICENSE.mpdecimal.txt"
  sed '/\*\//q' Modules/_hacl/Hacl_Hash_SHA2.c > "$root/licenses/LICENSE.hacl.txt"
  python3 -B "$HERE/describe.py" "$root" "$TRIPLE" "$out/modules.json" "$FROZEN/interpreter.json"
}
