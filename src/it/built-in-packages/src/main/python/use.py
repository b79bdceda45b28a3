import pickle

import marisa_trie
import msgpack._cmsgpack
import markupsafe._speedups
import wrapt._wrappers

for module in (markupsafe._speedups, wrapt._wrappers, msgpack._cmsgpack, marisa_trie):
    print(module.__name__, module.__spec__.origin)

print(markupsafe._speedups._escape_inner("<a>"))
print(msgpack._cmsgpack.unpackb(msgpack._cmsgpack.Packer().pack({"a": [1, 2.5, None]})))
print(wrapt._wrappers.ObjectProxy([1, 2]) == [1, 2])
trie = marisa_trie.Trie(["key1", "key2", "key12"])
print(sorted(trie.keys("key1")), pickle.loads(pickle.dumps(trie)) == trie)
try:
    marisa_trie.Trie().load("/no/such/file")  # a C++ exception that becomes one of Python
except OSError as e:
    print(type(e).__name__)
