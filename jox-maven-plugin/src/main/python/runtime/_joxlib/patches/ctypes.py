"""ctypes.CDLL and its kin find the libraries that the executable carries, by their names and by their virtual paths."""

import os

import _jox


def apply(ctypes):
    # since 3.14 that of Windows has a name of its own
    function = "_LoadLibrary" if hasattr(ctypes, "_LoadLibrary") else "_dlopen"
    load = getattr(ctypes, function)

    def load_carried(name, mode=ctypes.DEFAULT_MODE):
        return load(_carried(name) or name, mode)

    setattr(ctypes, function, load_carried)


def _carried(name):
    try:
        return _jox.library(os.fsdecode(name)) if name else None
    except ImportError as error:  # what is no module is not imported: programs expect what ctypes raises of a file
        raise OSError(str(error)) from error
