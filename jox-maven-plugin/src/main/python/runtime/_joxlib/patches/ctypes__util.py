"""ctypes.util.find_library() knows the libraries that the executable carries."""

import _jox


def apply(util):
    find_elsewhere = util.find_library

    def find_library(name):
        file = f"lib{name}.so"
        for carried in _jox.libraries():
            if carried == file or carried.startswith(file + "."):
                return carried
        return find_elsewhere(name)

    util.find_library = find_library
