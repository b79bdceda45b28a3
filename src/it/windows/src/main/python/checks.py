"""What an executable for Windows does. Each mode is a function, and prints what the test compares."""

import sys

from ends import at_once, control_c, crash, ends, leave, unhandled, wait, wait_with_handler
from modules import modules
from parallel import parallel


def arguments(*rest):
    print(*rest, sep="|")


def escaped(*rest):
    print(ascii(list(rest)))


def error():
    raise ValueError("wrong")


def streams():
    print(sys.stdin.encoding, sys.stdout.encoding, sys.stderr.encoding, "ä€")


def places():
    import json
    import os
    import _ssl

    print(json.__file__, os.path.abspath(json.__file__) == json.__file__, os.path.exists(json.__file__))
    print(os.path.relpath(_ssl.__file__, os.path.dirname(sys.executable)))
    print(sys.path, os.path.basename(sys.executable))


def data():
    import importlib.resources
    import os
    import pkgutil

    import atlas

    print((importlib.resources.files("atlas") / "rivers.txt").read_text().split())
    print(pkgutil.get_data("atlas", "rivers.txt"))
    with open(os.path.join(os.path.dirname(atlas.__file__), "rivers.txt")) as file:
        print(file.read().split())
    print(os.listdir(os.path.dirname(atlas.__file__)))


def libraries():
    import bz2
    import ctypes
    import decimal
    import hashlib
    import lzma
    import os
    import sqlite3
    import ssl
    import zlib

    print(sqlite3.connect(":memory:").execute("select upper('sqlite')").fetchone()[0])
    print(ssl.create_default_context().protocol.name, hashlib.new("sha512_256", b"").name)
    print(ctypes.windll.kernel32.GetCurrentProcessId() == os.getpid(), ctypes.pythonapi.Py_IsInitialized())
    print([module.decompress(module.compress(b"a" * 99)) == b"a" * 99 for module in (bz2, lzma, zlib)])
    print(decimal.Decimal(1) / 8, decimal.HAVE_THREADS)


def collector():
    import counted

    print(counted.during < -100_000, counted.thresholds, counted.enabled, "reached" if counted.collected else "not reached")


def square(number):
    return number * number


def pool():
    import multiprocessing

    with multiprocessing.Pool(2) as workers:
        print(workers.map(square, range(4)))


def child():
    import subprocess

    odd = ["a\ud800b", "\U0001f600", " ", 'a"b', "\\\\", "*.py"]  # half of a surrogate pair is what Windows allows
    print(subprocess.check_output([sys.executable, "escaped", *odd], text=True).strip() == ascii(odd))


def frozen():
    """What multiprocessing calls a frozen program: it starts its children in another way then."""
    import multiprocessing

    sys.frozen = True
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as workers:
        print(workers.map(square, range(4)))
    queue = context.Queue()
    process = context.Process(target=put, args=(queue,))
    process.start()
    print(queue.get()[1:])
    process.join()


def put(queue):
    queue.put(sys.argv)


def long_path():
    import os
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        folder = os.path.join(place, *["d" * 50] * 6)
        os.makedirs(folder)
        with open(os.path.join(folder, "file"), "w") as file:
            file.write("far away")
        print(len(file.name) > 260, open(file.name).read())


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
