"""Imports every module of the standard library, and says for each whether it could be imported.

usage: imports [-]. With -, the names are read from standard input, one per line; else they are found by looking.
A module that needs another platform fails with the same exception in every Python, so that two runs can be compared.
"""

import importlib
import importlib.util
import io
import pkgutil
import sys
import warnings

# What has a visible effect when it is imported: a browser opens, a text is printed, a program runs.
NEVER = {"antigravity", "this", "__main__", "idlelib.idle"}


def names() -> list[str]:
    """The names of all modules of the standard library, submodules of packages included, tests left out."""
    found = set(sys.stdlib_module_names) - NEVER
    for top in sorted(found):
        spec = importlib.util.find_spec(top)
        if spec is not None:
            for info in pkgutil.walk_packages(spec.submodule_search_locations or [], top + ".", lambda name: None):
                found.add(info.name)
    return sorted(name for name in found - NEVER if not tests(name))


def tests(name: str) -> bool:
    return not {"test", "tests", "idle_test"}.isdisjoint(name.split(".")) or name.endswith("__main__")


def outcome(name: str) -> str:
    """"fine", or the exception that importing the module raises."""
    try:
        importlib.import_module(name)
    except BaseException as error:
        return type(error).__name__
    return "fine"


def main() -> None:
    warnings.simplefilter("ignore")
    todo = sys.stdin.read().split() if sys.argv[1:] == ["-"] else names()
    out, sys.stdout = sys.stdout, io.StringIO()
    for name in todo:
        out.write(f"{name} {outcome(name)}\n")
    sys.stdout = out


main()
