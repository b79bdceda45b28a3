import os

import _argon2_cffi_bindings
import _argon2_cffi_bindings._ffi
import _cffi_backend
import cffi
import greenlet._greenlet
import marisa_trie
import markupsafe._speedups
import msgpack._cmsgpack
import psutil._pswindows

for module in (
    markupsafe._speedups,
    msgpack._cmsgpack,
    marisa_trie,
    greenlet._greenlet,
    psutil._pswindows.cext,
    _cffi_backend,
    _argon2_cffi_bindings._ffi,
):
    print(module.__spec__.name, module.__spec__.origin)

print(markupsafe._speedups._escape_inner("<a>"))
print(msgpack._cmsgpack.unpackb(msgpack._cmsgpack.Packer().pack({"a": [1, 2.5, None]})))

print(marisa_trie.Trie(["key", "keys", "other"]).keys("key"))
try:
    marisa_trie.Trie().frombytes(b"no trie")
except Exception as thrown_in_cplusplus:
    print(type(thrown_in_cplusplus).__name__)


def other(value):
    print("there", value)
    value = main.switch("here")
    raise KeyError(value)


main = greenlet.getcurrent()
there = greenlet.greenlet(other)
print(there.switch(1))
try:
    there.switch("thrown there")
except KeyError as caught:
    print(caught)

process = psutil.Process()
print(psutil.WINDOWS, process.pid == os.getpid(), psutil.virtual_memory().total > 0, psutil.net_if_addrs() != {})
print(process.memory_info().rss > 1_000_000, process.num_threads() > 0)

ffi = cffi.FFI()
ffi.cdef("""
    DWORD GetCurrentProcessId(void);
    void SetLastError(DWORD);
    typedef int (*order)(const void *, const void *);
    void qsort(void *, size_t, size_t, order);
    size_t strlen(const char *);
""")
kernel32 = ffi.dlopen("kernel32")
kernel32.SetLastError(5)
print(kernel32.GetCurrentProcessId() == os.getpid(), ffi.getwinerror()[0])


@ffi.callback("order")
def by_value(first, second):
    return ffi.cast("int *", first)[0] - ffi.cast("int *", second)[0]


numbers = ffi.new("int[]", [3, 1, 2])
ucrt = ffi.dlopen("ucrtbase")
ucrt.qsort(numbers, len(numbers), 4, by_value)
print(list(numbers), ucrt.strlen(b"four"))
try:
    ffi.dlopen("no-such-library")
except OSError as missing:
    print(type(missing).__name__)

ffi, lib = _argon2_cffi_bindings.ffi, _argon2_cffi_bindings.lib
encoded = ffi.new("char[]", 128)
result = lib.argon2_hash(1, 64, 1, b"secret", 6, b"saltsalt", 8, ffi.NULL, 16, encoded, 128, lib.Argon2_id, lib.ARGON2_VERSION_13)
print(result, ffi.string(encoded).decode(), lib.argon2_verify(encoded, b"secret", 6, lib.Argon2_id))
