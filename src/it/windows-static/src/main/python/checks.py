"""What a static executable for Windows does. Each mode is a function, and prints what the test compares."""

import sys


def arguments(*rest):
    print(*rest, sep="|")


def status(number):
    sys.exit(int(number))


def error():
    raise ValueError("wrong")


def streams():
    print(sys.stdin.encoding, sys.stdout.encoding, sys.stderr.encoding, sys.stdin.read().strip(), "ä€")


def latin():
    print(sys.stdout.encoding, "ä")


def places():
    import json
    import os
    import pkgutil
    import _ssl

    print(json.__file__, sys.path, os.path.basename(sys.executable))
    print(_ssl.__spec__.origin, hasattr(_ssl, "__file__"), pkgutil.get_data("certificates", "localhost.pem")[:10])


def modules():
    """All built-in modules, those that nothing else here uses among them."""
    import importlib

    failed = [name for name in sys.builtin_module_names if importlib.import_module(name) is None]
    print(len(sys.builtin_module_names) > 80, failed)


def in_thread(function):
    """The result of a function in a new thread."""
    import threading

    box = []
    thread = threading.Thread(target=lambda: box.append(function()))
    thread.start()
    thread.join()
    return box[0]


def refused(function, *errors):
    try:
        function()
    except errors:
        return True
    return False


def recursion():
    """Deep recursion ends in an exception and not in a crash, in the main thread and in others."""
    import json
    import re

    def calls(n):
        return n and 1 + max(map(calls, [n - 1]))

    nested = []
    for _ in range(100_000):
        nested = [nested]
    for run in (lambda function: function(), in_thread):
        print(
            run(lambda: refused(lambda: json.loads("[" * 100_000), RecursionError)),
            run(lambda: refused(lambda: json.dumps(nested), RecursionError)),
            run(lambda: refused(lambda: repr(nested), RecursionError)),
            run(lambda: refused(lambda: calls(100_000), RecursionError)),
            run(lambda: re.fullmatch("(?:a|b)*?(c+)", "ab" * 200_000 + "ccc")[1]),
            len(run(lambda: json.loads("[" * 900 + "]" * 900))),
        )


def tls():
    import importlib.resources
    import socket
    import ssl
    import tempfile
    import threading

    pem = importlib.resources.files("certificates").joinpath("localhost.pem").read_text()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile("w", suffix=".pem", delete_on_close=False) as file:
        file.write(pem)
        file.close()
        server.load_cert_chain(file.name)
    client = ssl.create_default_context(cadata=pem[pem.index("-----BEGIN CERTIFICATE-----") :])
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve():
            plain, _ = listener.accept()
            with server.wrap_socket(plain, server_side=True) as connection:
                connection.sendall(connection.recv(100).upper())

        thread = threading.Thread(target=serve)
        thread.start()
        with client.wrap_socket(socket.create_connection(listener.getsockname()), server_hostname="localhost") as connection:
            connection.sendall(b"hello")
            print(connection.version(), connection.recv(100).decode())
        thread.join()


def libraries():
    import bz2
    import hashlib
    import lzma
    import sqlite3
    import zlib

    with sqlite3.connect(":memory:") as db:
        db.execute("create virtual table pages using fts5(text)")
        db.executemany("insert into pages values (?)", [("static linking",), ("dynamic loading",)])
        print(*db.execute("select text from pages where pages match 'static'").fetchone())
    print([module.decompress(module.compress(b"a" * 99)) == b"a" * 99 for module in (bz2, lzma, zlib)])
    print(hashlib.new("sha512_256", b"").name)


def foreign_functions():
    """The executable exports libpython's API, and loads Windows' own libraries."""
    import ctypes
    import os

    ctypes.pythonapi.Py_GetVersion.restype = ctypes.c_char_p
    number = ctypes.pythonapi.PyLong_FromLong
    number.restype = ctypes.py_object
    print(ctypes.pythonapi.Py_GetVersion().decode() == sys.version, number(42))
    print(ctypes.py_object.in_dll(ctypes.pythonapi, "PyExc_ValueError").value is ValueError)
    print(ctypes.windll.kernel32.GetCurrentProcessId() == os.getpid())
    twice = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double)(lambda x: 2 * x)
    print(twice(1.5), in_thread(lambda: twice(21)), refused(lambda: ctypes.string_at(8), OSError))


def square(number):
    return number * number


def pool():
    import multiprocessing

    with multiprocessing.Pool(2) as workers:
        print(multiprocessing.get_start_method(), workers.map(square, range(4)))


def child():
    """How programs end, as the one that started them sees it."""
    import subprocess

    def run(*arguments):
        done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8")
        return done.returncode, done.stderr.strip().rpartition("\n")[2]

    print(*[run("status", number)[0] for number in ("5", "-5", "300", "2147483647")])
    for way in "message", "nothing", "at_once", "interrupted", "error":
        print(way, *run(way))


def message():
    sys.exit("größer")


def nothing():
    sys.exit()


def at_once():
    import os

    os._exit(9)


def interrupted():
    """As Ctrl-C does it; wine has no console to press it in."""
    import signal

    signal.raise_signal(signal.SIGINT)


def frozen():
    """What multiprocessing calls a frozen program: it starts its children in another way then."""
    import multiprocessing

    sys.frozen = True
    with multiprocessing.get_context("spawn").Pool(2) as workers:
        print(*workers.map(square, range(4)))


def long_path():
    import os
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        folder = os.path.join(place, *["d" * 50] * 6)
        os.makedirs(folder)
        with open(os.path.join(folder, "größer"), "w") as file:
            file.write("far away")
        print(len(file.name) > 260, open(file.name).read(), os.listdir(folder))


def machine():
    """What WMI says of the machine, or that it refuses; platform does without then."""
    import _wmi
    import platform

    try:
        print(_wmi.exec_query("SELECT Version FROM Win32_OperatingSystem"))
    except OSError as error:
        print("refused", error.winerror)
    print(platform.system(), platform.machine(), platform.python_compiler().split()[0])


def shown():
    """What Windows shows of the program."""
    import hashlib

    import resources

    numbers, _, texts = resources.information(sys.executable)
    print(numbers, texts["ProductName"], texts["CompanyName"], texts["OriginalFilename"], sep="|")
    print("longPathAware" in resources.resource(resources.RT_MANIFEST, 1).decode())
    print(hashlib.sha256(resources.icon(16)).hexdigest())


def window():
    """A program that can do without Tk is built without it."""
    try:
        import tkinter
    except ImportError as error:
        print(error.name)
    else:
        print(tkinter)


def standard(*names):
    """Which extension modules of the standard library there are."""
    print(*[name for name in names if name in sys.builtin_module_names])


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
