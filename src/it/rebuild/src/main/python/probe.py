"""Tells apart the builds of its project."""

import inspect
import sys

import six


def source() -> str:
    try:
        return "source" if "def source" in inspect.getsource(source) else "other source"
    except OSError:
        return "no source"


print("text one", six.__version__, "%d.%d" % sys.version_info[:2], source())
