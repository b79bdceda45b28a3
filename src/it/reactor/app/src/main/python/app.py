"""Uses what other modules of the reactor make."""

from importlib import metadata

import shared
import wheeled

print(shared.motto(), "|", wheeled.TEXT, "|", metadata.version("wheeled"))
