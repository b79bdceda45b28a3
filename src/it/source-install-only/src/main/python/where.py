"""Says which Python this is, and uses some of its extension modules."""

import hashlib
import json
import sys
import zlib

print("%d.%d.%d" % sys.version_info[:3], json.loads("[1]"), hashlib.sha256(zlib.compress(b"x")).hexdigest()[:4])
