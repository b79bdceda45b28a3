import importlib
import pickle
import sys

import app._one
import app._two

unicode = importlib.import_module("app._größe")
for module in app._one, app._two, unicode:
    print(module.__name__, module.__spec__.origin, hasattr(module, "__file__"))
print(app._one.number(), app._two.number(27.0))
print(pickle.loads(pickle.dumps(app._one.Error("kept"))))
print(all(name in sys.builtin_module_names for name in ("app._one", "app._two")))
