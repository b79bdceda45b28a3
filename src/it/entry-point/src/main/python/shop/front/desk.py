"""Where customers ask. The result of serve is the exit status, as for console_scripts."""

import sys

from .. import count
from ..errors import Sorry


def serve() -> int | str | None:
    try:
        for name in sys.argv[1:]:
            print(name, count(name))
            if count(name) == 0:
                raise Sorry(name)
    except KeyError as error:
        return f"no {error.args[0]} here"
    except Sorry:
        return 3
    return None
