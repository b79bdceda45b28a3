"""Uses libraries and files that the pom adds by hand."""

import ctypes
import os
import ssl
import subprocess
import sys

import shapes._area

print("area", shapes._area.area)
print("beside", ctypes.CDLL("libbeside.so").beside())
folder = os.path.dirname(sys.executable)
with open(os.path.join(folder, "lib", "share", "deep", "stock.txt")) as stock:
    print(stock.read(), end="")
print(subprocess.run([os.path.join(folder, "lib", "greet"), "all"], capture_output=True, text=True, check=True).stdout, end="")

# Code in C opens libraries inside the executable by name.
loads = ctypes.CDLL("libloads.so")
module = shapes._area.__file__.encode()
print("known", loads.knows(b"libreads.so"), loads.knows(b"libinner.so.1"))
print("eager", ctypes.CDLL("libeager.so").eager(), loads.knows(b"libreads.so"))
print("opened", loads.loads(os.path.dirname(module) + b"/../shapes/./_area.abi3.so", b"PyInit__area"), loads.loads(b"libinner.so.1", b"inner"))
print("not opened", loads.loads(module + b"x", b"PyInit__area"), loads.loads(b"libabsent.so", b"inner"))

# Code in C opens files inside the executable by name.
reads = ctypes.CDLL("libreads.so")
inside = os.path.join(os.path.dirname(shapes._area.__file__), "..", "shapes", "units.txt").encode()
for way in reads.by_descriptor, reads.by_stream, reads.by_mapping:
    buffer = ctypes.create_string_buffer(100)
    print(way.__name__, way(inside, buffer, 100), buffer.value.decode().split(), way(inside + b"x", buffer, 100))
print("size", reads.size(inside), reads.size(os.path.dirname(inside)), reads.size(sys.executable.encode()) > 0)
print("can", reads.can(inside, os.R_OK), reads.can(inside, os.W_OK), reads.can(inside + b"x", os.F_OK), reads.writes(inside))
print("whole", reads.is_whole(inside, os.path.normpath(inside)))
context = ssl.create_default_context(cafile=os.path.join(os.path.dirname(shapes.__file__), "shapes.pem"))
print("certificate", [dict(part[0] for part in c["subject"]) for c in context.get_ca_certs()], context.cert_store_stats()["x509"])
