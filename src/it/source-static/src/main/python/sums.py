import math
import sys
import zlib

import numpy

print(sys.version.split()[0], zlib.crc32(b"abc"), math.floor(2.5))
print(numpy.linalg.inv(numpy.array([[2.0, 0.0], [0.0, 4.0]])).tolist(), numpy.__file__)
