import pickle
import sys

import markupsafe
import markupsafe._speedups
import msgpack
import msgpack._cmsgpack

for module in markupsafe._speedups, msgpack._cmsgpack:
    print(module.__name__, module.__spec__.origin, module.__name__ in sys.builtin_module_names)
print(markupsafe.escape("<a>"), markupsafe._speedups._escape_inner("&"))
print(msgpack.unpackb(msgpack.packb({"list": [1, 2.5, None], "text": "größer"})))
print(pickle.loads(pickle.dumps(msgpack._cmsgpack.Packer)) is msgpack.Packer)
