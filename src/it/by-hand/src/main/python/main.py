"""Uses libraries and files that the pom adds by hand."""

import ctypes
import os
import subprocess
import sys

import shapes._area

print("area", shapes._area.area)
print("beside", ctypes.CDLL("libbeside.so").beside())
folder = os.path.dirname(sys.executable)
with open(os.path.join(folder, "lib", "share", "deep", "stock.txt")) as stock:
    print(stock.read(), end="")
print(subprocess.run([os.path.join(folder, "lib", "greet"), "all"], capture_output=True, text=True, check=True).stdout, end="")
