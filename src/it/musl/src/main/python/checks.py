"""What a static executable has to do with the C code that is linked into it. Prints a line for each thing that works."""

import bz2
import ctypes
import decimal
import hashlib
import importlib.resources
import json
import locale
import lzma
import os
import pwd
import re
import socket
import sqlite3
import ssl
import sys
import tempfile
import threading
import traceback
import xml.etree.ElementTree
import zlib


def in_thread(function):
    """The result of a function in a new thread, or its exception."""
    box = []

    def run():
        try:
            box.append(function())
        except BaseException as e:
            box.append(e)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if isinstance(box[0], BaseException):
        raise box[0]
    return box[0]


def refused(function, *errors):
    try:
        function()
    except errors:
        return True
    return False


def recursion():
    """Deep recursion ends in an exception and not in a crash, in the main thread and in others."""

    def calls(n):
        return n and 1 + max(map(calls, [n - 1]))

    nested = []
    for _ in range(100_000):
        nested = [nested]
    for run in (lambda function: function(), in_thread):
        assert run(lambda: refused(lambda: json.loads("[" * 100_000), RecursionError))
        assert run(lambda: refused(lambda: json.dumps(nested), RecursionError))
        assert run(lambda: refused(lambda: repr(nested), RecursionError))
        assert run(lambda: refused(lambda: calls(100_000), RecursionError))
        assert run(lambda: refused(lambda: re.compile("(" * 50_000 + ")" * 50_000), RecursionError, OverflowError))
        assert run(lambda: re.fullmatch("(?:a|b)*?(c+)", "ab" * 200_000 + "ccc")[1]) == "ccc"
        assert run(lambda: json.loads("[" * 900 + "]" * 900))
    return "main thread and others"


def tls():
    pem = importlib.resources.files("certificates").joinpath("localhost.pem").read_text()
    certificate = pem[pem.index("-----BEGIN CERTIFICATE-----") :]
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
        file.write(pem)
        file.flush()
        server.load_cert_chain(file.name)
    client = ssl.create_default_context(cadata=certificate)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve():
            plain, _ = listener.accept()
            with server.wrap_socket(plain, server_side=True) as connection:
                connection.sendall(connection.recv(100).upper())

        thread = threading.Thread(target=serve)
        thread.start()
        with client.wrap_socket(socket.create_connection(listener.getsockname()), server_hostname="localhost") as connection:
            connection.sendall(b"hello")
            answer = connection.recv(100).decode()
            version = connection.version()
        thread.join()
    return f"{version} {answer}"


def database():
    with sqlite3.connect(":memory:") as db:
        db.execute("create virtual table pages using fts5(text)")
        db.executemany("insert into pages values (?)", [("static linking",), ("dynamic loading",)])
        db.create_function("twice", 1, lambda x: 2 * x)
        (found,) = db.execute("select text from pages where pages match 'static'").fetchone()
        return f"{found} {db.execute('select twice(21)').fetchone()[0]}"


def compression():
    data = b"static " * 10_000
    for codec in (zlib, bz2, lzma):
        assert codec.decompress(codec.compress(data)) == data
    return hashlib.sha256(data).hexdigest()[:8]


def foreign_functions():
    """The program itself can be opened, and everything that is linked in is found."""
    assert ctypes.pythonapi.Py_GetVersion is not None
    ctypes.pythonapi.Py_GetVersion.restype = ctypes.c_char_p
    version = ctypes.pythonapi.Py_GetVersion().decode().split()[0]
    number = ctypes.pythonapi.PyLong_FromLong
    number.restype = ctypes.py_object
    assert number(42) == 42
    own = ctypes.CDLL(None)
    assert own.strlen(b"four") == 4
    assert own.getpid() == os.getpid()
    twice = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double)(lambda x: 2 * x)
    assert twice(1.5) == 3.0 and in_thread(lambda: twice(21)) == 42
    try:
        own.no_such_function
    except AttributeError as e:
        print("  ", e)
    try:
        ctypes.CDLL("libm.so.6")
    except OSError as e:
        print("  ", e)
    return version == sys.version.split()[0]


def system():
    assert socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)[0][4] == ("127.0.0.1", 80)
    assert locale.setlocale(locale.LC_ALL, "C.UTF-8")
    assert refused(lambda: pwd.getpwnam("nobody at all"), KeyError)
    return sys.stdout.encoding


def texts():
    try:
        raise ValueError("größer")
    except ValueError:
        lines = traceback.format_exc().splitlines()
    assert decimal.Decimal(2).sqrt().as_tuple().digits[:5] == (1, 4, 1, 4, 2)
    assert xml.etree.ElementTree.fromstring("<a><b>c</b></a>").find("b").text == "c"
    return f"{__file__} {lines[2].strip()}"


for check in (recursion, tls, database, compression, foreign_functions, system, texts):
    print(check.__name__, check(), flush=True)
