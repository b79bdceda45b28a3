"""ctypes.CDLL and its kin find the libraries that the executable carries, by their names and by their virtual paths."""

import os

import _jox


def apply(ctypes):
    dlopen = ctypes._dlopen

    def dlopen_carried(name, mode=ctypes.DEFAULT_MODE):
        return dlopen(_carried(name) or name, mode)

    ctypes._dlopen = dlopen_carried


def _carried(name):
    if not name:
        return None
    name = os.fsdecode(name)
    if name.startswith(_jox.root):
        name = os.path.normpath(name)
    return _jox.library(name)
