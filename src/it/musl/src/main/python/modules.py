"""What an extension filter left: modules in the order of their names, and the code of each that can be imported."""

import importlib
import sys

for name in sorted(sys.builtin_module_names):
    module = importlib.import_module(name)
    spec = module.__spec__
    if name not in ("sys", "builtins") and spec.origin not in ("built-in", "frozen"):
        raise SystemExit(f"{name} is {spec.origin}")
print(*sorted(sys.builtin_module_names))
