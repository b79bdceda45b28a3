"""Uses no third-party extension, and of the standard library what does not need a shared object: json does without its own."""

import json
import sys

print(json.dumps({"argv": sys.argv[1:], "root": int(49**0.5)}))
