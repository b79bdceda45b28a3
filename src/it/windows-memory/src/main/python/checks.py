"""What an executable for Windows does with DLLs in memory. Each mode is a function, and prints what the test compares."""

import sys
import threading


def packages():
    import markupsafe._speedups
    import msgpack._cmsgpack
    import yaml

    print(markupsafe._speedups.__file__.rpartition(".cp")[0])
    print(markupsafe._speedups._escape_inner("<a>"))
    print(msgpack._cmsgpack.unpackb(msgpack._cmsgpack.Packer().pack([1, {"a": b"x"}])))
    print(yaml.load("a: [1, 2]", yaml.CSafeLoader))


def exceptions():
    """Of C++, thrown in one DLL and caught in another."""
    from rapidfuzz.distance import Hamming

    print(Hamming.distance.__module__.startswith("rapidfuzz.distance.metrics_cpp"))
    try:
        Hamming.distance("abc", "ab", pad=False)
    except ValueError as error:
        print(error)


def libraries():
    import ctypes
    import os
    import sqlite3
    import ssl

    library = ctypes.CDLL("sqlite3.dll")
    library.sqlite3_libversion.restype = ctypes.c_char_p
    print(library.sqlite3_libversion().decode() == sqlite3.sqlite_version, bool(ssl.OPENSSL_VERSION))
    windows = ctypes.windll.kernel32
    windows.GetModuleHandleW.restype = ctypes.c_void_p
    windows.GetModuleFileNameW.argtypes = [ctypes.c_void_p, ctypes.c_wchar_p, ctypes.c_uint]
    path = ctypes.create_unicode_buffer(300)
    length = windows.GetModuleFileNameW(library._handle, path, len(path))
    print(windows.GetModuleHandleW("SQLite3") == library._handle, path.value if length < 100 else length)
    print(windows.GetModuleFileNameW(library._handle, path, 5), path.value)
    windows.GetModuleFileNameW(None, path, len(path))
    print(os.path.basename(path.value))
    for missing in "nothing.dll", "C:\\<jox>\\nothing.dll":
        try:
            ctypes.CDLL(missing)
        except OSError as error:
            print(type(error).__name__)


def threads():
    """Those that were there before a DLL with variables of theirs, and those that came after it."""
    loaded = threading.Event()
    results = []

    def work(number):
        from rapidfuzz import fuzz, process

        loaded.wait()
        best = process.extractOne(f"word {number}", [f"word {other}" for other in range(40)], scorer=fuzz.ratio)
        results.append((number, best[2]))

    early = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in early:
        thread.start()
    import rapidfuzz.process_cpp_impl

    print(rapidfuzz.process_cpp_impl.__file__.rpartition(".cp")[0])
    loaded.set()
    for wave in range(3):
        late = [threading.Thread(target=work, args=(8 + 8 * wave + number,)) for number in range(8)]
        for thread in late:
            thread.start()
        for thread in late:
            thread.join()
    for thread in early:
        thread.join()
    print(sorted(results) == [(number, number) for number in range(32)])


def numbers():
    import numpy

    seen = []

    def divide(action):
        with numpy.errstate(divide=action):
            try:
                seen.append(float(numpy.float64(1) / numpy.zeros(1)[0]))
            except FloatingPointError:
                seen.append("raised")

    for action in "ignore", "raise":
        thread = threading.Thread(target=divide, args=(action,))
        thread.start()
        thread.join()
    matrix = numpy.arange(9.0).reshape(3, 3) + numpy.eye(3)
    print(numpy.allclose(numpy.linalg.inv(matrix) @ matrix, numpy.eye(3)), seen)
    print(numpy.fft.fft([1, 2, 3, 4]).round(6).tolist(), numpy.random.default_rng(1).integers(10, size=3).tolist())


def pool():
    import multiprocessing

    with multiprocessing.Pool(2) as workers:
        print(workers.map(len, ["a", "bc"]))


def status(number):
    sys.exit(int(number))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
