"""Which DLLs the process has, as Windows knows them."""

import ctypes
import os
import sys
from ctypes import wintypes


def modules():
    """Those that are not Windows' own, as paths from the executable's folder; and what ctypes makes of names."""
    import ssl
    import sqlite3

    folder = os.path.dirname(sys.executable)
    for name in "planted", "python3", "version":
        try:
            print(name, os.path.basename(path(ctypes.CDLL(name)._handle)).lower())
        except OSError as error:
            print(name, type(error).__name__)
    paths = sorted({path(module).lower() for module in all_modules()} - {sys.executable.lower()})
    print([os.path.relpath(path, folder) for path in paths if not path.startswith("c:\\windows\\")])


def all_modules():
    kernel32 = ctypes.WinDLL("kernel32")
    kernel32.GetCurrentProcess.restype = wintypes.HANDLE
    found = (wintypes.HMODULE * 500)()
    size = wintypes.DWORD()
    kernel32.K32EnumProcessModules(
        wintypes.HANDLE(kernel32.GetCurrentProcess()), found, ctypes.sizeof(found), ctypes.byref(size))
    return found[: size.value // ctypes.sizeof(wintypes.HMODULE)]


def path(module):
    ask = ctypes.WinDLL("kernel32").GetModuleFileNameW
    ask.argtypes = [wintypes.HMODULE, wintypes.LPWSTR, wintypes.DWORD]
    name = ctypes.create_unicode_buffer(2000)
    ask(module, name, len(name))
    return name.value
