# CPython as a static program, with every extension module of its standard library built in. To be sourced.
# Needs HOST, TRIPLE, JOBS, PYTHON, PYTHON_SOURCES, LIBRARIES, HERE.

# What musl gives a thread is 128 KiB; CPython's limits for recursion in C (10,000 levels in 3.12 and 3.13) count on the 8 MiB that
# glibc gives. The first is for threads that Python starts, the second, read by musl from the executable's PT_GNU_STACK, for others.
THREAD_STACK=0x800000
PYTHON_CFLAGS="-DTHREAD_STACK_SIZE=$THREAD_STACK"
PYTHON_LDFLAGS="-static -s -Wl,-z,stack-size=$THREAD_STACK"

# configure_python DEPS: nothing is asked of the machine that the build runs on: neither pkg-config nor which devices it has.
# Up to 3.11 only configure's own OPT has -fwrapv, which CPython's code counts on.
# The preprocessor's definition is what Misc/platform_triplet.c knows musl by; it is in musl's stdarg.h, which clang's own precedes.
configure_python() {
  local deps=$1
  MODULE_BUILDTYPE=static ./configure --build="$HOST" --host="$HOST" --prefix=/install --disable-shared --disable-test-modules \
    --with-ensurepip=no --with-openssl="$deps" --with-openssl-rpath=no \
    CC="$HOST-cc" CPP="$HOST-cc -E -D__DEFINED_va_list" CXX="$HOST-c++" AR="$HOST-ar" RANLIB="$HOST-ranlib" PKG_CONFIG=false OPT="-O3 -fwrapv -Wall" \
    CFLAGS_NODIST="$PYTHON_CFLAGS" LDFLAGS_NODIST="$PYTHON_LDFLAGS" LINKFORSHARED=" " \
    ZLIB_CFLAGS="-I$deps/include" ZLIB_LIBS="-L$deps/lib -lz" BZIP2_CFLAGS="-I$deps/include" BZIP2_LIBS="-L$deps/lib -lbz2" \
    LIBLZMA_CFLAGS="-I$deps/include" LIBLZMA_LIBS="-L$deps/lib -llzma" LIBFFI_CFLAGS="-I$deps/include" LIBFFI_LIBS="-L$deps/lib -lffi" \
    LIBSQLITE3_CFLAGS="-I$deps/include" LIBSQLITE3_LIBS="-L$deps/lib -lsqlite3" \
    ac_cv_file__dev_ptmx=yes ac_cv_file__dev_ptc=no ac_cv_buggy_getaddrinfo=no
}

# all_static DEPS: the modules of Setup.stdlib as built-ins, where makesetup looks in every version.
all_static() {
  sed -e '/^#/d' -e '/^$/d' -e '/^\*shared\*/,$d' Modules/Setup.stdlib > Modules/Setup.local
  # 3.11 leaves _ctypes to setup.py. A line with "=" would be taken for a definition of a variable.
  grep -q '^_ctypes ' Modules/Setup.local || printf '%s\n' "_ctypes _ctypes/_ctypes.c _ctypes/callbacks.c _ctypes/callproc.c \
_ctypes/stgdict.c _ctypes/cfield.c -I$1/include -DHAVE_FFI_PREP_CIF_VAR -DHAVE_FFI_PREP_CLOSURE_LOC -DHAVE_FFI_CLOSURE_ALLOC \
-L$1/lib -lffi" >> Modules/Setup.local
}

# forget_place PATH INSTEAD FOLDER: writes INSTEAD for PATH in the text files of FOLDER.
forget_place() {
  { grep -rlIZF -- "$1" "$3" || true; } | xargs -0r sed -i "s|$1|$2|g"
}

# build_python FOLDER: python/ as it is in the archive.
build_python() {
  local part deps=$PWD/deps install=$1/python/install target
  mkdir "$deps"
  for part in "${LIBRARIES[@]}"; do cp -r "$part/." "$deps/"; done
  unpack "$PYTHON_SOURCES" "python$PYTHON" && cd "python$PYTHON"
  # The date of the release is the date of the build, and of the files in the archive.
  SOURCE_DATE_EPOCH=$(stat -c %Y LICENSE)
  configure_python "$deps"
  all_static "$deps"
  make -j"$JOBS" python pybuilddir.txt
  # Bytecode is left out: whoever packs compiles its own, and a test suite's three times over would be a third of the archive.
  printf '#!/bin/sh\ncase "$*" in *compileall.py*) ;; *) exec ./python -E "$@" ;; esac\n' > python-for-install
  chmod +x python-for-install
  # 3.11 would start setup.py for modules that are not wanted.
  make -o sharedmods PYTHON_FOR_BUILD=./python-for-install TEST_MODULES=yes DESTDIR="$1/python" \
    altbininstall bininstall libinstall inclinstall libainstall
  # Up to 3.12 a Python finds its prefix by this folder, which a static one has no use for.
  mkdir -p "$install/lib/python$PYTHON/lib-dynload"
  find "$install" -name __pycache__ -prune -exec rm -r {} +
  mkdir -p "$1/python/build" "$1/python/licenses"
  # With headers, so that packages that need one of these libraries share it with the interpreter.
  cp -r "$deps/lib" "$deps/include" "$1/python/build/"
  cp "$deps"/licenses/* "$1/python/licenses/"
  cp -p LICENSE "$1/python/licenses/LICENSE.cpython.txt"
  cp Modules/expat/COPYING "$1/python/licenses/LICENSE.expat.txt"
  sed '/\*\//q' Modules/_decimal/libmpdec/mpdecimal.h > "$1/python/licenses/LICENSE.mpdecimal.txt"
  [ ! -d Modules/_hacl ] || sed '/\*\//q' Modules/_hacl/Hacl_Hash_SHA2.c > "$1/python/licenses/LICENSE.hacl.txt"
  forget_place "$deps" /build/deps "$install"
  forget_place "$PWD" "/build/python$PYTHON" "$install"
  "$install/bin/python$PYTHON" -I -B "$HERE/describe.py" "$1/python" "$HOST" "$TRIPLE"
}
