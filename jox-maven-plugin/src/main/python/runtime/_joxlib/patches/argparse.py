"""Since Python 3.14 argparse calls a module that is run "python -m module"; an executable has a name of its own."""

import os
import sys

import _jox


def apply(argparse):
    name_as_python = getattr(argparse, "_prog_name", None)
    if name_as_python is None:
        return

    def prog_name(prog=None):
        spec = getattr(sys.modules.get("__main__"), "__spec__", None)
        if prog is None and spec is not None and spec.loader is _jox.importer:
            return os.path.basename(sys.argv[0])
        return name_as_python(prog)

    argparse._prog_name = prog_name
