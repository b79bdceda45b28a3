import pickle
import sys

import _argon2_cffi_bindings._ffi as argon2
import _cffi_backend
import cffi
import marisa_trie
import markupsafe
import markupsafe._speedups
import msgpack
import msgpack._cmsgpack
import regex
import regex._regex
import yaml
import yaml._yaml

for module in markupsafe._speedups, msgpack._cmsgpack, _cffi_backend, argon2, regex._regex, marisa_trie, yaml._yaml:
    print(module.__name__, module.__spec__.origin, module.__name__ in sys.builtin_module_names)
print(markupsafe.escape("<a>"), markupsafe._speedups._escape_inner("&"))
print(msgpack.unpackb(msgpack.packb({"list": [1, 2.5, None], "text": "größer"})))
print(pickle.loads(pickle.dumps(msgpack._cmsgpack.Packer)) is msgpack.Packer)

ffi = cffi.FFI()
ffi.cdef("struct point { int x, y; }; size_t strlen(const char *);")
point = ffi.new("struct point *", {"x": 40, "y": 2})
print(point.x + point.y, ffi.callback("int(int)", lambda number: number + 1)(41), ffi.dlopen(None).strlen(b"four"))
print(argon2.ffi.string(argon2.lib.argon2_error_message(argon2.lib.ARGON2_SALT_TOO_SHORT)).decode())

print(regex.sub(r"(?<word>\p{Lu}\w+)", r"<\g<word>>", "größer Über"), regex._regex.MAGIC > 0)

print(marisa_trie.Trie(["key", "keys", "other"]).keys("key"))
try:
    marisa_trie.Trie().frombytes(b"no trie")
except Exception as thrown_in_cplusplus:
    print(type(thrown_in_cplusplus).__name__)

print(yaml.__with_libyaml__, yaml.load("[1, {a: größer}]", yaml.CSafeLoader), yaml._yaml.get_version_string())
