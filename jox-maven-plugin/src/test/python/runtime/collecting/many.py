"""Makes more objects than the collector waits for."""

import gc

from . import make

made = make(20_000)
enabled = gc.isenabled()
threshold = gc.get_threshold()
