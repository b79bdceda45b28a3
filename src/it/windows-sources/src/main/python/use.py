"""Uses compiled code that came by different ways."""

import os

import _cffi_backend
import markupsafe._speedups
import msgpack._cmsgpack
import rapidfuzz.fuzz
import rapidfuzz.fuzz_cpp

for module in markupsafe._speedups, msgpack._cmsgpack, rapidfuzz.fuzz_cpp, _cffi_backend:
    print(os.path.basename(module.__file__))
print(markupsafe.escape("<a>"), msgpack.unpackb(msgpack.packb([1])), rapidfuzz.fuzz.ratio("ab", "ab"), _cffi_backend.__version__)
