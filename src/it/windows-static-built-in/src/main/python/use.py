import _argon2_cffi_bindings._ffi
import _cffi_backend
import cffi
import marisa_trie
import markupsafe._speedups
import msgpack._cmsgpack

for module in (
    markupsafe._speedups,
    msgpack._cmsgpack,
    marisa_trie,
    _cffi_backend,
    _argon2_cffi_bindings._ffi,
):
    print(module.__name__, module.__spec__.origin)

print(markupsafe._speedups._escape_inner("<a>"))
print(msgpack._cmsgpack.unpackb(msgpack._cmsgpack.Packer().pack({"a": [1, 2.5, None]})))

print(marisa_trie.Trie(["key", "keys", "other"]).keys("key"))
try:
    marisa_trie.Trie().frombytes(b"no trie")
except Exception as thrown_in_cplusplus:
    print(type(thrown_in_cplusplus).__name__)

ffi = cffi.FFI()
ffi.cdef("struct point { int x, y; };")
point = ffi.new("struct point *", {"x": 40, "y": 2})
print(point.x + point.y, ffi.callback("int(int)", lambda number: number + 1)(41))

argon2 = _argon2_cffi_bindings._ffi
print(argon2.ffi.string(argon2.lib.argon2_error_message(argon2.lib.ARGON2_SALT_TOO_SHORT)).decode())
