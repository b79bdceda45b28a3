"""Finds its DLL as packages do: beside its own code."""

import ctypes
import os

library = ctypes.CDLL(os.path.join(os.path.dirname(__file__), "geo.dll"))
library.geo_metres.restype = ctypes.c_double
library.geo_metres.argtypes = [ctypes.c_double]
