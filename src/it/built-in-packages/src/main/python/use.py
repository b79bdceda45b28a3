import msgpack._cmsgpack
import markupsafe._speedups
import wrapt._wrappers

for module in (markupsafe._speedups, wrapt._wrappers, msgpack._cmsgpack):
    print(module.__name__, module.__spec__.origin)

print(markupsafe._speedups._escape_inner("<a>"))
print(msgpack._cmsgpack.unpackb(msgpack._cmsgpack.Packer().pack({"a": [1, 2.5, None]})))
print(wrapt._wrappers.ObjectProxy([1, 2]) == [1, 2])
