"""The first of two executables: it does not carry what only the second asked for."""

import importlib.util

print("first", importlib.util.find_spec("six") is not None)
