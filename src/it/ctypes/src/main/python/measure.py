"""Calls a carried library, the C library and Python itself through ctypes."""

import ctypes
import ctypes.util

import geo

for find in (geo.by_path, geo.by_name, geo.by_search):
    library = find()
    library.geo_metres.restype = ctypes.c_double
    library.geo_metres.argtypes = [ctypes.c_double]
    print(find.__name__, library.geo_metres(1.5))

callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda number: number * 2)
print("callback", library.geo_each(4, callback))

libc = ctypes.CDLL(None)
print("strlen", libc.strlen(b"four"))
print("libc by name", ctypes.CDLL("libc.so.6").abs(-3))
print("python", ctypes.pythonapi.Py_IsInitialized())

zlib = ctypes.CDLL(ctypes.util.find_library("z"))
zlib.zlibVersion.restype = ctypes.c_char_p
print("zlib", zlib.zlibVersion().decode().split(".")[0])

try:
    ctypes.CDLL("libabsent.so.9")
except OSError as error:
    print("absent", "libabsent.so.9" in str(error))
print("absent", ctypes.util.find_library("absent"))
