"""Runs the test_ modules beside it, inside the executable."""

import pkgutil
import sys
import unittest

names = sorted(m.name for m in pkgutil.iter_modules() if m.name.startswith("test_"))
suite = unittest.defaultTestLoader.loadTestsFromNames(names)
result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
sys.exit(not result.wasSuccessful())
