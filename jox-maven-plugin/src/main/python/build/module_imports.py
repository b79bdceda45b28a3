"""Prints what modules import whenever they are imported themselves.

``module_imports.py modules.json`` reads ``[{"path", "file"}]``; standard output gets a
list of lists of names, in the same order. Only statements of the module itself count, not those inside
``if``, ``try``, ``with``, functions or classes. A name that ``from`` imports is given
with its module: it may be a module or an attribute, and whoever reads this knows.
"""

import ast
import json
import sys
import warnings


def imports(path, source):
    package = path.split("/")[:-1]
    found = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.Import):
            found.update((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join(base + ([node.module] if node.module else []))
            if module:
                found[module] = None
                found.update((f"{module}.{alias.name}", None) for alias in node.names if alias.name != "*")
    return list(found)


def main(modules_file):
    warnings.simplefilter("ignore")
    with open(modules_file, encoding="utf-8") as file:
        modules = json.load(file)
    result = []
    for module in modules:
        try:
            with open(module["file"], "rb") as file:
                result.append(imports(module["path"], file.read()))
        except (SyntaxError, ValueError):
            result.append([])  # it is reported where it is compiled
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
