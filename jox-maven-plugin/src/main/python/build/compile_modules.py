"""Compiles modules: ``compile_modules.py manifest.json``.

The manifest is ``{"root": {"prefix", "separator"}, "level", "folder", "modules": [{"path", "file"}]}``.
Module number n becomes the marshalled code ``<folder>/n``, compiled as the file
``<prefix><path>`` with the target's separators; a ``.pyc`` file loses its header. ``<folder>/report.json`` then has,
for each module and in the same order, the compiler's message, or null where it
compiled.
"""

import importlib.util
import json
import marshal
import sys
import warnings


def marshalled(module, root, level):
    with open(module["file"], "rb") as file:
        data = file.read()
    if module["path"].endswith(".pyc"):
        # the header: magic number, flags and two words (PEP 552)
        if data[:4] != importlib.util.MAGIC_NUMBER:
            raise ValueError("bytecode of another Python version")
        return data[16:]
    file = root["prefix"] + module["path"].replace("/", root["separator"])
    code = compile(data, file, "exec", dont_inherit=True, optimize=level)
    return marshal.dumps(code)


def main(manifest_file):
    warnings.simplefilter("ignore")
    with open(manifest_file, encoding="utf-8") as file:
        manifest = json.load(file)
    report = []
    for number, module in enumerate(manifest["modules"]):
        try:
            data = marshalled(module, manifest["root"], manifest["level"])
        except Exception as e:  # compile() raises more than SyntaxError: null bytes, too deep nesting
            report.append(f"{type(e).__name__}: {e}")
            continue
        with open(f"{manifest['folder']}/{number}", "wb") as file:
            file.write(data)
        report.append(None)
    with open(f"{manifest['folder']}/report.json", "w", encoding="utf-8") as file:
        json.dump(report, file)


if __name__ == "__main__":
    main(sys.argv[1])
