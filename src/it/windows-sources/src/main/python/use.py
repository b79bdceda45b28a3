"""Uses compiled code that came by different ways."""

import os

import markupsafe._speedups
import msgpack._cmsgpack
import rapidfuzz.fuzz
import rapidfuzz.fuzz_cpp
import ujson

for module in markupsafe._speedups, msgpack._cmsgpack, rapidfuzz.fuzz_cpp, ujson:
    print(os.path.basename(module.__file__))
print(markupsafe.escape("<a>"), msgpack.unpackb(msgpack.packb([1])), rapidfuzz.fuzz.ratio("ab", "ab"), ujson.loads("[2]"))
