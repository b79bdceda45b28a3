"""Uses nothing but the standard library, most of it by extension modules, and the libraries that those need."""

import array
import asyncio
import base64
import bz2
import ctypes
import datetime
import decimal
import hashlib
import json
import lzma
import math
import random
import select
import socket
import sqlite3
import ssl
import struct
import sys
import threading
import unicodedata
import uuid
import xml.etree.ElementTree
import zlib

TEXT = b"some text " * 100


def packed(module):
    return module.decompress(module.compress(TEXT)) == TEXT


def conversation():
    here, there = socket.socketpair()
    threading.Thread(target=lambda: there.sendall(b"through a socket")).start()
    assert select.select([here], [], [], 10)[0]
    return here.recv(100).decode()


def database():
    with sqlite3.connect(":memory:") as connection:
        connection.execute("create table t (a)")
        connection.executemany("insert into t values (?)", [(n,) for n in range(4)])
        return connection.execute("select sum(a) from t").fetchone()[0]


def callback():
    kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)
    return kind(lambda number: number + 1)(4)


print(
    json.dumps(
        {
            "argv": sys.argv[1:],
            "array": array.array("d", [1.5]).tobytes() == struct.pack("d", 1.5),
            "asyncio": asyncio.run(asyncio.sleep(0, "slept")),
            "base64": base64.b64encode(b"x").decode(),
            "callback": callback(),
            "compressed": [packed(module) for module in (zlib, bz2, lzma)],
            "conversation": conversation(),
            "database": database(),
            "date": datetime.date(2024, 2, 29).isoformat(),
            "decimal": str(decimal.Decimal("0.1") * 3),
            "digest": hashlib.sha256(b"").hexdigest()[:8],
            "random": random.Random(1).random() < 1,
            "root": math.isqrt(49),
            "tls": ssl.create_default_context().check_hostname,
            "unicode": unicodedata.name("ä"),
            "uuid": str(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"))[:8],
            "xml": xml.etree.ElementTree.fromstring("<a><b>c</b></a>").findtext("b"),
        }
    )
)
