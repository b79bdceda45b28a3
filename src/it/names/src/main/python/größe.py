"""Names beyond ASCII, in the module, the executable, its folder and its arguments."""

import os
import sys

print(os.path.basename(sys.executable), os.path.basename(__file__), sys.argv[1:], os.getcwd().split("/")[-1])
