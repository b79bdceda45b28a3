"""Shows how its interpreter is configured."""

import faulthandler
import json
import signal
import sys
import tracemalloc

FLAGS = "dev_mode utf8_mode isolated ignore_environment optimize dont_write_bytecode quiet bytes_warning inspect interactive verbose no_site safe_path hash_randomization"


def documented():
    """Gone with optimisation level 2."""


print(
    json.dumps(
        {
            "flags": [name for name in FLAGS.split() if getattr(sys.flags, name)],
            "hash": hash("text"),
            "faulthandler": faulthandler.is_enabled(),
            "tracemalloc": tracemalloc.get_traceback_limit() if tracemalloc.is_tracing() else 0,
            "pipe": signal.getsignal(signal.SIGPIPE) == signal.SIG_IGN,
            "xoptions": sorted(sys._xoptions),
            "warnoptions": sys.warnoptions,
            "site": "site" in sys.modules,
            "stdout": [sys.stdout.encoding, sys.stdout.errors, sys.stdout.write_through],
            "files": [sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()],
            "path": [entry.removeprefix(sys.executable.rpartition("/")[0]) for entry in sys.path],
            "doc": documented.__doc__ is not None,
            "argv": sys.argv[1:],
            "frozen": getattr(sys, "frozen", None),
            "jox": [sys.jox.version, sys.jox.executable == sys.executable, sys.jox.root],
        }
    )
)
print("größer")
