"""What programs see of the cyclic collector, which does not count what imports make."""

import gc
import importlib
import sys
import threading
import unittest

import collecting


class CollectorTest(unittest.TestCase):
    def setUp(self):
        self.threshold = gc.get_threshold()
        gc.enable()
        gc.collect()
        collecting.phases.clear()
        gc.callbacks.append(collecting.note)
        self.addCleanup(gc.callbacks.remove, collecting.note)

    def assert_works(self):
        """Everything is as it was, and the collector starts as ever."""
        self.assertEqual(gc.get_threshold(), self.threshold)
        self.assertGreaterEqual(gc.get_count()[0], 0)
        collecting.phases.clear()
        kept = collecting.make(20_000)
        self.assertIn("stop", collecting.phases)
        self.assertEqual(len(kept), 20_000)

    def test_imports_do_not_start_it(self):
        import collecting.many

        self.assertEqual(collecting.phases, [])
        self.assertTrue(collecting.many.enabled)
        self.assertEqual(collecting.many.threshold, self.threshold)
        self.assertTrue(gc.isenabled())
        self.assert_works()

    def test_failed_imports(self):
        with self.assertRaises(ValueError):
            importlib.import_module("collecting.fails")
        self.assertEqual(collecting.phases, [])
        self.assert_works()

    def test_modules_that_disable_it(self):
        import collecting.disables

        self.assertFalse(gc.isenabled())
        gc.enable()
        self.assert_works()

    def test_threads(self):
        sys.modules.pop("collecting.many", None)
        thread = threading.Thread(target=__import__, args=("collecting.many",))
        thread.start()
        thread.join()
        self.assertIn("collecting.many", sys.modules)
        self.assert_works()

    def test_zz_modules_that_collect(self):
        """One of the last: what is not counted is used up afterwards."""
        import collecting.collects

        self.assertIsNone(collecting.collects.alive())
        self.assert_works()

    def test_zzz_garbage_is_bounded(self):
        import collecting.too_many

        self.assertIn("stop", collecting.phases)
        alive = sum(type(thing) is collecting.too_many.Node for thing in gc.get_objects())
        self.assertLess(alive, 600_000)
        self.assert_works()
