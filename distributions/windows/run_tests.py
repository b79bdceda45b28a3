"""Runs CPython's own test suite by this distribution's python: run_tests.py [argument of python -m test...]"""

import json
import subprocess
import sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent
python = root / json.loads((root / "PYTHON.json").read_text())["python_exe"]
# On Windows exec would not wait.
sys.exit(subprocess.call([str(python), "-m", "test", *sys.argv[1:]]))
