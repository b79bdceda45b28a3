"""Reads the data files of a package in every way that the standard library has."""

import importlib.resources
import os
import pathlib
import pkgutil
from importlib.resources import as_file, files

import atlas

print(pkgutil.get_data("atlas", "north/rivers.txt"))
print(pkgutil.get_data("atlas.north", "rivers.txt") == files("atlas.north").joinpath("rivers.txt").read_bytes())
print(files("atlas.north").joinpath("rivers.txt").read_text(encoding="utf-8").split())
print(importlib.resources.read_text("atlas.north", "rivers.txt").split())
print(importlib.resources.is_resource("atlas.north", "rivers.txt"), importlib.resources.is_resource("atlas", "north"))
with importlib.resources.open_binary("atlas", "pixel.bin") as stream:
    print(stream.read())
with files(atlas).joinpath("north", "rivers.txt").open(encoding="utf-8") as stream:
    print(stream.readline())


def tree(folder, depth=0):
    """Names what is in a folder, sorted; folders end in a slash."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not entry.name.endswith(".py") and entry.name != "__pycache__":
            print("  " * depth + entry.name + ("/" if entry.is_dir() else ""))
            if entry.is_dir():
                tree(entry, depth + 1)


tree(files("atlas"))
print((files("atlas") / "maps" / "README").is_file(), (files("atlas") / "maps" / "none").is_file())
with as_file(files("atlas").joinpath("north/rivers.txt")) as path:
    print(path.read_text(encoding="utf-8").split())
try:
    pkgutil.get_data("atlas", "missing")
except OSError as error:
    print(type(error).__name__)
try:
    files("atlas").joinpath("missing").read_bytes()
except OSError as error:
    print(type(error).__name__)

# By names made from __file__, as many packages do it.
beside = os.path.join(os.path.dirname(atlas.__file__), "north", "rivers.txt")
with open(beside, encoding="utf-8") as stream:
    print(stream.read().split(), os.path.getsize(beside))
print([path.name for path in pathlib.Path(atlas.__file__).parent.rglob("*.txt")])
print([sorted(names) for _, _, names in os.walk(os.path.dirname(beside))])
try:
    open(beside + "x", encoding="utf-8")
except OSError as error:
    print(error)
