"""One program for three systems: what it runs on, and a package with compiled code."""

import sys

import markupsafe
from markupsafe import _speedups

print(sys.platform, _speedups.__spec__.origin == "built-in", markupsafe.escape(sys.argv[1]))
