import marisa_trie
import markupsafe._speedups
import msgpack._cmsgpack

for module in (
    markupsafe._speedups,
    msgpack._cmsgpack,
    marisa_trie,
):
    print(module.__name__, module.__spec__.origin)

print(markupsafe._speedups._escape_inner("<a>"))
print(msgpack._cmsgpack.unpackb(msgpack._cmsgpack.Packer().pack({"a": [1, 2.5, None]})))

print(marisa_trie.Trie(["key", "keys", "other"]).keys("key"))
try:
    marisa_trie.Trie().frombytes(b"no trie")
except Exception as thrown_in_cplusplus:
    print(type(thrown_in_cplusplus).__name__)
