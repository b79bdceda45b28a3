"""Calls DLLs that packages, the application and the pom bring, and looks where they are."""

import ctypes
import ctypes.util
import os
import sys

import atlas
import maps.north

FOLDER = os.path.dirname(atlas.__file__)
OWN = os.path.dirname(sys.executable)


def named(*parts):
    return ctypes.CDLL(os.path.join(FOLDER, *parts))


def place(library):
    path = ctypes.create_unicode_buffer(1000)
    ask = ctypes.windll.kernel32.GetModuleFileNameW
    ask.argtypes = [ctypes.c_void_p, ctypes.c_wchar_p, ctypes.c_uint]
    ask(library._handle, path, len(path))
    return os.path.relpath(path.value, OWN) if path.value.startswith(OWN) else path.value


needing = named("needed", "user.dll")
print("needed", needing.twice(), place(needing), place(ctypes.CDLL("value.dll")))
first, second = named("one", "same.dll"), named("two", "same.dll")
print("same", first.value(), second.value(), place(first), place(second))
ring = named("ring", "ring_a.dll")
print("ring", ring.sum(), named("ring", "ring_b.dll").sum(), place(ring))
lazy = named("late", "lazy.dll")
print("late", lazy.later(), lazy.later(), place(ctypes.CDLL("late.dll")))
extra, placed = ctypes.CDLL("extra.dll"), ctypes.CDLL("placed")
print("by hand", extra.value(), place(extra), placed.value(), place(placed))
found = [ctypes.util.find_library(name) for name in ("extra", "placed.dll", "nothing")]
print("found", [name and ctypes.CDLL(name).value() for name in found])
print("maps", os.path.relpath(maps.north.__file__, OWN), maps.north.RIVERS, os.path.exists(maps.north.__file__))
with open(os.path.join(OWN, "share", "notes", "readme.txt")) as file:
    print(file.read().strip())
