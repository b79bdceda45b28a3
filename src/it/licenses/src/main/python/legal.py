import pathlib
import sys

import markupsafe
import six

text = pathlib.Path(sys.executable).with_name("COPYING.txt").read_text("utf-8")
print(markupsafe.escape("&"), six.PY3)
for line in text.split("\n\n" + "=" * 80)[0].splitlines():
    if line.startswith(("CPython 3", "markupsafe", "six", "CPython's _ssl")):
        print(line)
print("PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2" in text, "Copyright 2010 Pallets" in text, "Benjamin Peterson" in text)
