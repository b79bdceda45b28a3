"""What a python made of the objects of a distribution must do, whatever its target; probe.py of each target adds the rest."""

import json
import socket
import sys
import threading


def in_thread(function):
    """The result of FUNCTION in a new thread, or its exception."""
    box = {}

    def run():
        try:
            box["result"] = function()
        except BaseException as e:
            box["error"] = e

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if "error" in box:
        raise box["error"]
    return box["result"]


def refuses(function, *errors):
    """Whether FUNCTION ends in one of ERRORS rather than in a crash."""
    try:
        function()
    except errors:
        return True
    return False


def check_modules(expected):
    import asyncio  # noqa: F401  before _asyncio: the other way round breaks asyncio in every CPython
    import importlib

    assert sys.version.split()[0] == expected["version"], sys.version
    assert set(sys.builtin_module_names) == set(expected["modules"]), set(sys.builtin_module_names) ^ set(expected["modules"])
    for name in expected["modules"]:
        importlib.import_module(name)


def check_recursion():
    """Deep recursion in C ends in RecursionError, in the main thread and in others: their stacks are large enough."""
    import ast
    import copy
    import pickle
    import re

    nested = []
    for _ in range(100_000):
        nested = [nested]
    deep = "[" * 100_000

    def calls(n):
        return n and 1 + calls(n - 1)

    def through_c(n):
        return n and 1 + max(map(through_c, [n - 1]))

    for run in (lambda function: function(), in_thread):
        assert run(lambda: refuses(lambda: json.loads(deep), RecursionError))
        assert run(lambda: refuses(lambda: json.dumps(nested), RecursionError))
        assert run(lambda: refuses(lambda: repr(nested), RecursionError))
        assert run(lambda: refuses(lambda: pickle.dumps(nested), RecursionError))
        assert run(lambda: refuses(lambda: copy.deepcopy(nested), RecursionError))
        assert run(lambda: refuses(lambda: through_c(100_000), RecursionError))
        assert run(lambda: refuses(lambda: re.compile("(" * 50_000 + ")" * 50_000), RecursionError, OverflowError))
        assert run(lambda: refuses(lambda: ast.parse("-" * 50_000 + "1"), RecursionError, MemoryError))
        assert run(lambda: refuses(lambda: ast.parse("(" * 150 + ")" * 150) and 1 / 0, ZeroDivisionError))
        assert run(lambda: re.fullmatch("(?:a|b)*?(c+)", "ab" * 200_000 + "ccc")[1]) == "ccc"
        assert run(lambda: json.loads("[" * 900 + "]" * 900))
        assert run(lambda: calls(900)) == 900


def check_tls(certificate, key):
    import ssl

    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate, key)
    client = ssl.create_default_context(cafile=certificate)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve():
            plain, _ = listener.accept()
            with server.wrap_socket(plain, server_side=True) as connection:
                connection.sendall(connection.recv(100).upper())

        thread = threading.Thread(target=serve)
        thread.start()
        plain = socket.create_connection(listener.getsockname())
        with client.wrap_socket(plain, server_hostname="localhost") as connection:
            connection.sendall(b"hello")
            assert connection.recv(100) == b"HELLO"
            assert connection.version() == "TLSv1.3"
            assert connection.getpeercert()["subject"] == ((("commonName", "localhost"),),)
        thread.join()
    return ssl.OPENSSL_VERSION


def check_sqlite():
    import sqlite3

    with sqlite3.connect(":memory:") as db:
        db.execute("create virtual table pages using fts5(text)")
        db.executemany("insert into pages values (?)", [("static linking",), ("dynamic loading",)])
        assert db.execute("select text from pages where pages match 'static'").fetchall() == [("static linking",)]
        assert db.execute("select json_extract(?, '$.a[1]'), pow(2, 10)", ('{"a": [1, 2]}',)).fetchone() == (2, 1024.0)
        db.create_function("twice", 1, lambda x: 2 * x)
        assert db.execute("select twice(21)").fetchone() == (42,)
    return sqlite3.sqlite_version


def check_libraries():
    import bz2
    import decimal
    import hashlib
    import lzma
    import xml.etree.ElementTree
    import zlib

    data = b"static " * 10_000
    for codec in (zlib, bz2, lzma):
        assert codec.decompress(codec.compress(data)) == data
    for name in ("md5", "sha1", "sha256", "sha3_512", "blake2b"):
        assert hashlib.new(name, data, usedforsecurity=False).digest() == getattr(hashlib, name)(data).digest()
    assert hashlib.scrypt(b"p", salt=b"s", n=16, r=8, p=1).hex()
    assert decimal.Decimal(2).sqrt().as_tuple().digits[:5] == (1, 4, 1, 4, 2)
    assert xml.etree.ElementTree.fromstring("<a><b>c</b></a>").find("b").text == "c"


def check_all(expected, certificate, key):
    """Everything above; EXPECTED: JSON with version and modules, the built-ins. Gives a line that says what was checked."""
    with open(expected) as f:
        check_modules(json.load(f))
    check_recursion()
    openssl = check_tls(certificate, key)
    sqlite = check_sqlite()
    check_libraries()
    return f"Python {sys.version.split()[0]}, {len(sys.builtin_module_names)} built-in modules, {openssl}, SQLite {sqlite}"
