import sys
import tempfile
import threading

import app._hand
import marisa_trie
import markupsafe._speedups
import msgpack._cmsgpack
import wrapt._wrappers

for module in (
    markupsafe._speedups,
    msgpack._cmsgpack,
    marisa_trie,
    app._hand,
):
    print(module.__name__, module.__spec__.origin, module.__name__ in sys.builtin_module_names)
print(wrapt._wrappers.__spec__.origin.rpartition("\\wrapt")[2])

print(markupsafe._speedups._escape_inner("<a> \u00e4 \u20ac"))
print(msgpack._cmsgpack.unpackb(msgpack._cmsgpack.Packer().pack({"a": [1, 2.5, None]})))
print(wrapt._wrappers.ObjectProxy([1, 2]) == [1, 2])

print(marisa_trie.Trie(["key", "keys", "other"]).keys("key"))
try:
    marisa_trie.Trie().frombytes(b"no trie")
except Exception as thrown_in_cplusplus:
    print(type(thrown_in_cplusplus).__name__)

print(app._hand.greet(), app._hand.whole(3.7), app._hand.whole.__module__)
try:
    app._hand.whole("x")
except TypeError as error:
    print(error)
counts = []
for _ in range(2):
    thread = threading.Thread(target=lambda: counts.append([app._hand.count(), app._hand.count()]))
    thread.start()
    thread.join()
print(counts, app._hand.count())
with tempfile.TemporaryFile() as file:
    app._hand.put(file.fileno(), "written in C")
    file.seek(0)
    print(file.read().decode())
try:
    app._hand.put(99, "nothing")
except OSError as error:
    print(error.strerror)
