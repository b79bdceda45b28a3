"""Uses extension modules, DLLs and files that the pom gives."""

import ctypes
import importlib
import os
import pickle
import sys

import app._one
import app._two


def modules():
    unicode = importlib.import_module("app._größe")
    for module in app._one, app._two, unicode:
        print(module.__name__, module.__spec__.origin, hasattr(module, "__file__"))
    print(app._one.number(), app._two.number(256), app._two.is_relative("a\\b"), app._two.is_relative("C:\\b"))
    print(pickle.loads(pickle.dumps(app._one.Error("kept"))))
    print(all(name in sys.builtin_module_names for name in ("app._one", "app._two")))


def libraries():
    import geo

    callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda number: number * 2)
    print(geo.library.geo_metres(1.5), geo.library.geo_each(4, callback))
    for name in "handed.dll", "placed.dll":
        library = ctypes.CDLL(name)
        path = ctypes.create_unicode_buffer(300)
        library.place(path, 300)
        print(name, library.seventeen(), os.path.relpath(path.value, os.path.dirname(sys.executable)) if path.value else None)
    try:
        ctypes.CDLL("absent.dll")
    except OSError as error:
        print(type(error).__name__, "absent.dll" in str(error))


def files():
    with open(os.path.join(os.path.dirname(sys.executable), "share", "deep", "stock.txt")) as stock:
        print(stock.read(), end="")
    import geo

    with open(os.path.join(os.path.dirname(geo.__file__), "units.txt")) as units:
        print(units.read(), end="")


if __name__ == "__main__":
    for step in sys.argv[1:]:
        globals()[step]()
