"""setuptools.command.build_ext: names modules of the stable ABI as the target does, not as the Python that runs the build."""

import json
import os


def apply(module):
    module.EXTENSION_SUFFIXES = json.loads(os.environ["JOX_EXTENSION_SUFFIXES"])
