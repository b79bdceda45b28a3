# The libraries that CPython's extension modules need, as static libraries. To be sourced after stages.sh and debian.sh.
# Each function builds one into the folder it is given (include/, lib/, licenses/), with the tools HOST-cc, HOST-ar, HOST-ranlib.
# Needs HOST, the target as configure scripts call it; OPENSSL_TARGET, as OpenSSL calls it; OPENSSL_TRUST, the folder where OpenSSL
# looks for its configuration and for trusted certificates; LIBRARY_CFLAGS; BUILD_CC, a compiler for programs that run here; TOOLCHAIN,
# what the tools are; SOURCES, the folder of the sources; JOBS.

# Debian's names of the source packages.
LIBRARY_SOURCES=(zlib bzip2 xz-utils libffi sqlite3 openssl)

# install_static FOLDER LIBRARY HEADER...
install_static() {
  local folder=$1 library=$2
  shift 2
  install -D -m 644 -t "$folder/lib" "$library"
  install -D -m 644 -t "$folder/include" "$@"
}

build_zlib() {
  unpack "$SOURCES" zlib && cd zlib
  CC="$HOST-cc" AR="$HOST-ar" RANLIB="$HOST-ranlib" CFLAGS="$LIBRARY_CFLAGS" ./configure --static
  make -j"$JOBS" libz.a
  install_static "$1" libz.a zlib.h zconf.h
  install -D -m 644 LICENSE "$1/licenses/LICENSE.zlib.txt" 2>/dev/null ||
    sed -n '/version [0-9.]*, /,/\*\//p' zlib.h | install -D -m 644 /dev/stdin "$1/licenses/LICENSE.zlib.txt"
}

build_bzip2() {
  unpack "$SOURCES" bzip2 && cd bzip2
  make -j"$JOBS" libbz2.a CC="$HOST-cc" AR="$HOST-ar" RANLIB="$HOST-ranlib" CFLAGS="$LIBRARY_CFLAGS -D_FILE_OFFSET_BITS=64"
  install_static "$1" libbz2.a bzlib.h
  install -D -m 644 LICENSE "$1/licenses/LICENSE.bzip2.txt"
}

build_xz() {
  unpack "$SOURCES" xz-utils && cd xz-utils
  ./configure --host="$HOST" CC="$HOST-cc" AR="$HOST-ar" RANLIB="$HOST-ranlib" CFLAGS="$LIBRARY_CFLAGS" --prefix=/ --disable-shared \
    --disable-xz --disable-xzdec --disable-lzmadec --disable-lzmainfo --disable-lzma-links --disable-scripts --disable-doc --disable-nls
  make -j"$JOBS" -C src/liblzma install DESTDIR="$1"
  rm -rf "$1/lib/pkgconfig" "$1"/lib/*.la
  install -D -m 644 COPYING "$1/licenses/LICENSE.liblzma.txt"
}

build_libffi() {
  unpack "$SOURCES" libffi && cd libffi
  # Static trampolines need a file to map; plain executable memory serves everywhere. C++ is for its tests only.
  ./configure --host="$HOST" CC="$HOST-cc" CXX=false AR="$HOST-ar" RANLIB="$HOST-ranlib" CFLAGS="$LIBRARY_CFLAGS" --prefix=/ --disable-shared \
    --disable-multi-os-directory --disable-exec-static-tramp --disable-docs
  make -j"$JOBS" install DESTDIR="$1"
  rm -rf "$1/lib/pkgconfig" "$1"/lib/*.la "$1/share"
  install -D -m 644 LICENSE "$1/licenses/LICENSE.libffi.txt"
}

# The options are those that applications expect of a distribution's SQLite; loading of extensions needs a dynamic loader.
build_sqlite3() {
  unpack "$SOURCES" sqlite3 && cd sqlite3
  ./configure CC="$BUILD_CC" --disable-tcl --disable-readline
  make sqlite3.c
  "$HOST-cc" $LIBRARY_CFLAGS -c sqlite3.c -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_FTS3 -DSQLITE_ENABLE_FTS3_PARENTHESIS \
    -DSQLITE_ENABLE_FTS4 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_ENABLE_COLUMN_METADATA \
    -DSQLITE_ENABLE_MATH_FUNCTIONS -DSQLITE_ENABLE_DESERIALIZE -DSQLITE_OMIT_LOAD_EXTENSION
  "$HOST-ar" rcs libsqlite3.a sqlite3.o
  install_static "$1" libsqlite3.a sqlite3.h
  install -D -m 644 LICENSE.md "$1/licenses/LICENSE.sqlite.txt"
}

# Left out is what CPython's modules never call: engines, the legacy provider, loadable modules, protocols of other applications.
build_openssl() {
  unpack "$SOURCES" openssl && cd openssl
  CC="$HOST-cc" CXX="$HOST-c++" AR="$HOST-ar" RANLIB="$HOST-ranlib" RC=true CFLAGS="-O2" ./Configure "$OPENSSL_TARGET" \
    --prefix=/usr --libdir=lib --openssldir="$OPENSSL_TRUST" no-shared no-tests no-engine no-legacy no-module no-dso no-capieng \
    no-comp no-cmp no-ct no-ts no-srp no-gost no-rfc3779 no-sctp no-dtls no-aria no-camellia no-idea no-seed no-bf no-cast no-rc2 \
    no-rc4 no-md4 no-mdc2 no-whirlpool no-sm2 no-sm4 no-siv
  make -j"$JOBS" build_generated
  make -j"$JOBS" libcrypto.a libssl.a
  install -D -m 644 -t "$1/lib" libcrypto.a libssl.a
  mkdir -p "$1/include"
  cp -r include/openssl "$1/include/"
  find "$1/include" -name '*.in' -delete
  install -D -m 644 LICENSE.txt "$1/licenses/LICENSE.openssl-3.txt"
}

# build_libraries: every library above in a stage of its own; sets LIBRARIES to their folders.
build_libraries() {
  local name source options
  LIBRARIES=()
  for name in zlib bzip2 xz libffi sqlite3 openssl; do
    options=()
    [ "$name" != openssl ] || options=("$OPENSSL_TARGET" "$OPENSSL_TRUST")
    source=$(upstream "$SOURCES" "${name/%xz/xz-utils}")
    stage "$HOST-$name" "build_$name" "$TOOLCHAIN" "$LIBRARY_CFLAGS" "${options[@]}" "$(declare -f install_static)" "$source"
    LIBRARIES+=("$STAGE")
  done
}
