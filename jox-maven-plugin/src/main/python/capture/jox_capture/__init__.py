"""What setuptools knows about the extension modules that it builds, written down for jox, and what builds are told of the target.

The build interpreter's site-packages hold this package and jox_capture.pth, which imports it in every Python: pip's build isolation replaces
PYTHONPATH and sitecustomize, and leaves .pth files of the interpreter's own site-packages alone. It does nothing unless the variable
JOX_CAPTURE names the folder of records or JOX_PLATFORM describes a platform, and then waits for the modules that it has to change.
"""

import os

if os.environ.get("JOX_CAPTURE") or os.environ.get("JOX_PLATFORM"):
    from . import _hook

    _hook.install()
