"""Uses a third-party extension."""

from markupsafe import _speedups, escape

print(escape("<a & b>"))
print("C" if type(_speedups._escape_inner).__name__ == "builtin_function_or_method" else "Python")
