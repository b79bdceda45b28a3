"""What setuptools knows about the extension modules that it builds, written down for jox.

The build interpreter's site-packages hold this package and jox_capture.pth, which imports it in every Python: pip's build isolation replaces
PYTHONPATH and sitecustomize, and leaves .pth files of the interpreter's own site-packages alone. It does nothing unless the variable
JOX_CAPTURE names the folder of records, and then waits for the modules that it has to change.
"""

import os

if os.environ.get("JOX_CAPTURE"):
    from . import _hook

    _hook.install()
