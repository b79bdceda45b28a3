"""Compiles the modules that are frozen into CPython for Windows, and writes down what its interpreter says of itself.

usage: freeze.py SOURCE PYTHON FOLDER    (PYTHON: of the same version, for this machine)
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from projects import Project

# Of Windows, by a Python that runs elsewhere: what depends on the version only.
ASK = """
import _imp, importlib._bootstrap_external as external, json, sys, sysconfig
print(json.dumps({
    "version": sys.version.split()[0],
    "hexversion": sys.hexversion,
    "implementation_version": [str(each) for each in sys.implementation.version],
    "implementation_name": sys.implementation.name,
    "magic": external.MAGIC_NUMBER.hex(),
    "source_suffixes": external.SOURCE_SUFFIXES,
    "bytecode_suffixes": external.BYTECODE_SUFFIXES,
    "paths": sysconfig.get_paths("nt", expand=False),
}))
"""


def main():
    source, python, folder = (Path(each).resolve() for each in sys.argv[1:])
    headers = folder / "frozen_modules"
    headers.mkdir(parents=True)
    environment = {**os.environ, "PYTHONPATH": str(source / "Lib"), "PYTHONHOME": str(source)}
    for name, path in [*Project(source, "_freeze_module").frozen(), ("getpath", "Modules/getpath.py")]:
        subprocess.run([python, source / "Programs/_freeze_module.py", name, source / path, headers / f"{name}.h"],
                       check=True, env=environment)
    # That interpreter runs files and nothing else.
    with tempfile.NamedTemporaryFile("w", suffix=".py") as question:
        question.write(ASK)
        question.flush()
        answer = subprocess.run([python, "-B", "-S", question.name], check=True, env=environment, stdout=subprocess.PIPE)
    (folder / "interpreter.json").write_bytes(answer.stdout)


main()
