"""Which of the standard library's extension modules are there: without libraries, with those of Windows, with others, in libpython."""

import importlib

for name in "unicodedata", "select", "_socket", "_ssl", "_ctypes", "_bz2", "zlib", "_datetime":
    try:
        importlib.import_module(name)
        print(name)
    except ImportError as error:
        print("no", error.name)
