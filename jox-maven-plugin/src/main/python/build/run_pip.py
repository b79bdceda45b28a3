"""Runs pip in this process: ``run_pip.py wheel …``.

pip is imported here rather than started as a module, so that whatever has to hold
for resolution only, and must not reach build backends (which pip starts as processes
of their own), has one place to go.

When an index cannot be read, pip goes on as if it had no packages and tells why only
with ``-v``. Here the reason is printed, as ``jox-unreadable <url> <reason>``.
"""

import functools
import runpy
import sys


def report_unreadable_pages():
    try:
        from pip._internal.index import collector

        original = collector._handle_get_simple_fail
    except (ImportError, AttributeError):
        return  # another pip: the message is then less exact, nothing else changes

    @functools.wraps(original)
    def report(link, reason, *args, **kwargs):
        url = getattr(link, "redacted_url", None) or str(link)
        print("jox-unreadable", url, str(reason).replace("\n", " "), flush=True)
        return original(link, reason, *args, **kwargs)

    collector._handle_get_simple_fail = report


if __name__ == "__main__":
    report_unreadable_pages()
    sys.argv[0] = "pip"
    runpy.run_module("pip", run_name="__main__", alter_sys=True)
