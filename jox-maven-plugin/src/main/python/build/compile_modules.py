"""Compiles modules: ``compile_modules.py manifest.json``.

The manifest is ``{"prefix", "level", "folder", "modules": [{"path", "file"}]}``.
Module number n becomes the marshalled code ``<folder>/n``, compiled as the file
``<prefix><path>``; a ``.pyc`` file loses its header. ``<folder>/report.json`` then has, for
each module and in the same order, ``{"error", "imports"}``: the message of a module
that does not compile, else null; and the modules that it cannot do without when it is
imported, which are those that it imports at module level without catching failures.
"""

import ast
import importlib.util
import json
import marshal
import sys
import warnings

CATCHING = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}


def needed_imports(tree, path):
    """The dotted names that are imported whenever the module is, in order."""
    folder = path.split("/")[:-1]
    found = {}

    def relative(level, module):
        if not level:
            return module
        base = folder[: len(folder) - level + 1]
        return ".".join(base + ([module] if module else []))

    def visit(statements):
        for node in statements:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    found[alias.name] = None
            elif isinstance(node, ast.ImportFrom):
                module = relative(node.level, node.module)
                if module:
                    found[module] = None
                    for alias in node.names:
                        if alias.name != "*":
                            # a module or one of its attributes: whoever reads this knows
                            found[module + "." + alias.name] = None
            elif isinstance(node, ast.Try):
                if not any(catches(handler) for handler in node.handlers):
                    visit(node.body)
                visit(node.finalbody)
            elif isinstance(node, (ast.With, ast.ClassDef)):
                if not (isinstance(node, ast.With) and any(map(suppresses, node.items))):
                    visit(node.body)

    visit(tree.body)
    return list(found)


def catches(handler):
    if handler.type is None:
        return True
    names = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(getattr(name, "id", getattr(name, "attr", "")) in CATCHING for name in names)


def suppresses(item):
    call = item.context_expr
    return isinstance(call, ast.Call) and getattr(call.func, "id", getattr(call.func, "attr", "")) == "suppress"


def compiled(module, prefix, level):
    """The marshalled code and the needed imports."""
    with open(module["file"], "rb") as file:
        data = file.read()
    if module["path"].endswith(".pyc"):
        if data[:4] != importlib.util.MAGIC_NUMBER:
            raise ValueError("bytecode of another Python version")
        return data[16:], []
    code = compile(data, prefix + module["path"], "exec", dont_inherit=True, optimize=level)
    tree = compile(data, module["path"], "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    return marshal.dumps(code), needed_imports(tree, module["path"])


def main(manifest_file):
    warnings.simplefilter("ignore")
    with open(manifest_file, encoding="utf-8") as file:
        manifest = json.load(file)
    report = []
    for number, module in enumerate(manifest["modules"]):
        try:
            data, imports = compiled(module, manifest["prefix"], manifest["level"])
        except Exception as e:  # compile() raises more than SyntaxError: null bytes, too deep nesting
            report.append({"error": f"{type(e).__name__}: {e}", "imports": []})
            continue
        with open(f"{manifest['folder']}/{number}", "wb") as file:
            file.write(data)
        report.append({"error": None, "imports": imports})
    with open(f"{manifest['folder']}/report.json", "w", encoding="utf-8") as file:
        json.dump(report, file)


if __name__ == "__main__":
    main(sys.argv[1])
