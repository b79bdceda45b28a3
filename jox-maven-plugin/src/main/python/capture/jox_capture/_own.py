"""Tells the package's own build code from everything else that runs in its build, by the files of who calls."""

import os

# The first process of a build is its backend, which is started in the package's folder (PEP 517, "Build environment").
_SOURCE = os.environ.setdefault("JOX_SOURCE", os.path.realpath(os.getcwd())) + os.sep

# Below a package's folder, and yet what it requires: setuptools puts eggs there, developers virtual environments.
_FOREIGN = {".eggs", "site-packages"}

# Build requirements that evaluate a package's conditions on the platform: what "IF UNAME_SYSNAME" stands for in Cython.
_SPOKESMEN = ("Cython.Compiler.",)

_known = {}


def is_own(frame):
    """Whether a frame runs code of the package. What exec() runs without saying of which file belongs to whoever calls it."""
    while frame is not None:
        names = frame.f_globals
        if str(names.get("__name__")).startswith(_SPOKESMEN):
            return True
        file = names.get("__file__")
        if not isinstance(file, str):
            file = frame.f_code.co_filename
        if file != "<string>":
            own = _known.get(file)
            if own is None:
                own = _known[file] = _is_below(file)
            return own
        frame = frame.f_back
    return False


def package_name():
    """The name that an sdist says it has (core metadata, in PKG-INFO); empty where there is none."""
    try:
        with open(_SOURCE + "PKG-INFO", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if line.startswith("Name:"):
                    return line[5:].strip()
    except OSError:
        pass
    return ""


def _is_below(file):
    if file.startswith("<"):
        return False
    path = os.path.realpath(os.path.join(_SOURCE, file))
    return path.startswith(_SOURCE) and _FOREIGN.isdisjoint(path[len(_SOURCE) :].split(os.sep))
