"""sysconfig: says of the target what it would otherwise say of the Python that runs the build."""

import json
import os


def apply(module):
    module.get_config_vars().update(json.loads(os.environ["JOX_SYSCONFIG"]))
