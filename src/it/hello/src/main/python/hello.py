"""Greets, and says which Python does it."""

import sys

print("Hello,", " ".join(sys.argv[1:]) or "world")
print("%d.%d" % sys.version_info[:2])
