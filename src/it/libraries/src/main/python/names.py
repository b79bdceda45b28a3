"""Calls carried libraries that no loader finds by the names in their files; in any order."""

import ctypes
import os
import sys

import libs

FOLDER = os.path.dirname(libs.__file__)


def ring():
    first = ctypes.CDLL(os.path.join(FOLDER, "libring_a.so"))
    second = ctypes.CDLL(os.path.join(FOLDER, "libring_b.so"))
    return f"{first.ring_a_sum()} {second.ring_b_sum()}"


def user(folder):
    return ctypes.CDLL(os.path.join(FOLDER, folder, "libuser.so")).user()


names = ["ring", "unnamed", "other", "one", "two"]
for name in reversed(names) if sys.argv[1:] else names:
    print(name, ring() if name == "ring" else user(name))
