"""Finds its library in each of the ways that packages use."""

import ctypes
import ctypes.util
import os


def by_path() -> ctypes.CDLL:
    return ctypes.CDLL(os.path.join(os.path.dirname(__file__), "libgeo.so"))


def by_name() -> ctypes.CDLL:
    return ctypes.CDLL("libgeo.so")


def by_search() -> ctypes.CDLL:
    name = ctypes.util.find_library("geo")
    if name is None:
        raise OSError("libgeo was not found")
    return ctypes.cdll.LoadLibrary(name)
