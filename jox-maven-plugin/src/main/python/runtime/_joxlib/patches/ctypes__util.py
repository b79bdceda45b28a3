"""ctypes.util.find_library() knows the libraries that the executable carries."""

import os

import _jox


def apply(util):
    find_elsewhere = util.find_library

    def find_library(name):
        for carried in _jox.libraries():
            if _is_named(carried, name):
                return carried
        return find_elsewhere(name)

    util.find_library = find_library


if os.name == "nt":

    def _is_named(file, name):
        return file.lower() in (name.lower(), name.lower() + ".dll")

else:

    def _is_named(file, name):
        return file == f"lib{name}.so" or file.startswith(f"lib{name}.so.")
