import importlib.metadata
import importlib.util
import sys

import click
import markupsafe._speedups
import stray

print(markupsafe._speedups._escape_inner("<a>"), markupsafe.__spec__.loader is click.__spec__.loader)
print(importlib.metadata.version("markupsafe"), importlib.metadata.version("click"), stray.words())
print(importlib.util.find_spec("pip"), click.style("text", fg="red").encode())
print("markupsafe._speedups" in sys.builtin_module_names)
