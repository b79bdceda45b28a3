"""Code in C that is linked into a static executable opens files inside it by name: a module's own, OpenSSL's and SQLite's."""

import ctypes
import os
import shutil
import sqlite3
import ssl
import sys

import shapes
import shapes._reads

folder = os.path.dirname(shapes.__file__)
inside = os.path.join(folder, "..", "shapes", "units.txt").encode()
for name in "by_descriptor", "by_stream", "by_mapping":
    way = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_long)(getattr(shapes._reads, name))
    buffer = ctypes.create_string_buffer(100)
    print(name, way(inside, buffer, 100), buffer.value.decode().split(), way(inside + b"x", buffer, 100))
size = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_char_p)(shapes._reads.size)
can = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_int)(shapes._reads.can)
writes = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p)(shapes._reads.writes)
is_whole = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p)(shapes._reads.is_whole)
print("size", size(inside), size(folder.encode()), size(sys.executable.encode()) > 0)
print("can", can(inside, os.R_OK), can(inside, os.W_OK), can(inside + b"x", os.F_OK), writes(inside))
print("whole", is_whole(inside, os.path.normpath(inside)))

context = ssl.create_default_context(cafile=os.path.join(folder, "localhost.pem"))
print("certificates", context.cert_store_stats()["x509"])
path = os.path.join(folder, "rivers.db")
with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as database:
    print("rivers", *[name for name, in database.execute("select name from river")])
print("descriptor", os.read(os.open(path, os.O_RDONLY), 13).decode())

# What is outside is as it was.
copy = os.path.join(os.path.dirname(sys.executable), "copy.db")
shutil.copy(path, copy)
with sqlite3.connect(copy) as database:
    database.execute("insert into river values ('Tana')")
    print("outside", *[name for name, in database.execute("select name from river")])
try:
    sqlite3.connect(path).execute("insert into river values ('Tana')")
except sqlite3.OperationalError as error:
    print(error)
