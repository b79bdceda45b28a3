"""Imports the whole standard library: what names.py lists, which bench.py writes."""

import importlib
import warnings

from names import NAMES

warnings.simplefilter("ignore")
for name in NAMES:
    importlib.import_module(name)
print(len(NAMES))
