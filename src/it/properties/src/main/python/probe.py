"""Shows which values its build went by."""

import sys

import six

optimized = "optimized" if not __debug__ else "plain"
print(sys.flags.optimize, optimized, sys.flags.hash_randomization, "lib" in six.__file__, sys.version_info[:2])
