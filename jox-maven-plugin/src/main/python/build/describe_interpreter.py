"""Prints, as JSON, what jox has to know of the Python that runs this.

Runs on CPython 3.6 and later, so that a version that is too old can be named. To be run as ``python -I -S -B -c <this>``:
isolated, without site, writing no bytecode. In a virtual environment it describes the Python that the environment was made from.
"""

import glob
import json
import os
import sys
import sysconfig
from importlib.machinery import EXTENSION_SUFFIXES


def config(name):
    return str(sysconfig.get_config_var(name) or "")


def mapped_library(name):
    """The libpython that this process runs on, empty where it has none or the system does not say."""
    try:
        with open("/proc/self/maps", encoding="utf-8", errors="surrogateescape") as maps:
            for line in maps:
                path = line.split(maxsplit=5)[5:]
                if path and os.path.basename(path[0].strip()).startswith(name):
                    return path[0].strip()
    except OSError:
        pass
    return ""


def shared_library(stem, prefix):
    mapped = mapped_library(stem)
    if mapped:
        return mapped
    directories = [config("LIBDIR"), os.path.join(prefix, "lib"), prefix]
    if config("MULTIARCH"):
        directories.insert(1, os.path.join(config("LIBDIR"), config("MULTIARCH")))
    for directory in directories:
        for name in (config("INSTSONAME"), stem + ".so.1.0", config("LDLIBRARY")):
            path = os.path.join(directory, name)
            if directory and ".so" in name and os.path.isfile(path):
                return os.path.realpath(path)
    return ""


def static_library(stem, stdlib):
    directories = [config("LIBPL"), *sorted(glob.glob(os.path.join(glob.escape(stdlib), "config-*"))), config("LIBDIR")]
    for directory in directories:
        for name in (config("LIBRARY"), stem + ".a"):
            path = os.path.join(directory, name)
            if directory and name.endswith(".a") and os.path.isfile(path):
                return os.path.realpath(path)
    return ""


def linked_libraries():
    """The names of the libraries that a static libpython with its built-in modules is linked with."""
    words = " ".join(config(name) for name in ("MODLIBS", "LIBS", "SYSLIBS")).split()
    return list(dict.fromkeys(word[2:] for word in words if word.startswith("-l")))


def inittab(library):
    """The names of the built-in modules of a shared libpython that is not the one that runs this; None where it cannot be read."""
    try:
        import ctypes

        class Entry(ctypes.Structure):
            _fields_ = [("name", ctypes.c_char_p), ("init", ctypes.c_void_p)]

        table = ctypes.POINTER(Entry).in_dll(ctypes.PyDLL(library), "PyImport_Inittab")
    except (ImportError, OSError, ValueError):
        return None
    names = []
    while table[len(names)].name is not None:
        names.append(table[len(names)].name.decode("ascii"))
    return sorted(names)


def extension_directories(stdlib):
    """Where the standard library's shared extension modules are."""
    found = [os.path.join(stdlib, "lib-dynload"), config("DESTSHARED")]
    return [os.path.realpath(d) for d in dict.fromkeys(found) if d and os.path.isdir(d)]


def describe():
    stem = "libpython%d.%d%s" % (*sys.version_info[:2], getattr(sys, "abiflags", ""))
    prefix = os.path.realpath(sys.base_prefix)
    stdlib = os.path.realpath(sysconfig.get_path("stdlib"))
    shared = shared_library(stem, prefix)
    other = inittab(shared) if shared and not mapped_library(stem) else None
    return {
        "implementation": sys.implementation.name,
        "version": "%d.%d.%d" % sys.version_info[:3],
        "releaseLevel": sys.version_info.releaselevel,
        "cacheTag": sys.implementation.cache_tag or "",
        "freeThreaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
        "platform": sysconfig.get_platform(),
        "host": " ".join([config("MULTIARCH"), config("HOST_GNU_TYPE")]).strip(),
        "prefix": prefix,
        "executable": os.path.abspath(getattr(sys, "_base_executable", None) or sys.executable),
        "standardLibrary": stdlib,
        "include": os.path.realpath(sysconfig.get_path("include")),
        "sharedLibrary": shared,
        "staticLibrary": static_library(stem, stdlib),
        "linkedLibraries": linked_libraries(),
        "libraryDirectory": config("LIBDIR"),
        "extensionDirectories": extension_directories(stdlib),
        "extensionSuffixes": list(EXTENSION_SUFFIXES),
        "builtins": sorted(sys.builtin_module_names) if other is None else other,
    }


if __name__ == "__main__":
    json.dump(describe(), sys.stdout, indent=1)
