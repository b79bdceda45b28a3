"""Files of records: each is there as a whole or not at all, and no two processes write the same."""

import itertools
import json
import os
import sys
import time

_numbers = itertools.count()


def write(kind, describe):
    """Writes what describe() gives to the folder of a kind. A failure is told and does not break the build: the compiler's record is there."""
    try:
        folder = os.path.join(os.environ["JOX_CAPTURE"], kind)
        os.makedirs(folder, exist_ok=True)
        name = "%020d-%d-%04d.json" % (time.time_ns(), os.getpid(), next(_numbers))
        path = os.path.join(folder, name)
        with open(path + ".tmp", "w", encoding="utf-8") as out:
            json.dump(describe(), out)
        os.replace(path + ".tmp", path)
    except Exception as problem:
        print("jox: cannot record: %r" % problem, file=sys.stderr)
