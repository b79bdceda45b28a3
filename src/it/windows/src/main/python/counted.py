"""What a module sees of the collector while it is imported: what imports make is not counted."""

import gc

during = gc.get_count()[0]
thresholds = gc.get_threshold()
enabled = gc.isenabled()
made = [[] for _ in range(20_000)]
collected = gc.get_count()[0] > 0
