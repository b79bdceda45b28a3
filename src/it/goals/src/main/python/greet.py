"""Prints its arguments and its standard input, and ends with the status that it is told."""

import sys

import markupsafe
import six

print("arguments", sys.argv[2:], markupsafe.escape("<"), six.__version__, sys.stdin.read().strip())
sys.exit(int(sys.argv[1]))
