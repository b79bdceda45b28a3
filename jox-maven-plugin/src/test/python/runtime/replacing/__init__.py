"""Imports a module of its own name from its own folder, as OpenCV does with its code in C."""

import importlib
import sys

_self = sys.modules.pop(__name__)
sys.path.insert(1, __path__[0])
try:
    native = importlib.import_module(__name__)
finally:
    sys.path.remove(__path__[0])
sys.modules[__name__] = _self
