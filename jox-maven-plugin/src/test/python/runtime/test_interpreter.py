import os
import sys
import unittest


class InterpreterTest(unittest.TestCase):
    def test_main_is_the_module_that_runs(self):
        main = sys.modules["__main__"]
        self.assertEqual(main.__name__, "__main__")
        self.assertEqual(main.__spec__.name, "checks")
        self.assertEqual(main.__file__, "/<jox>/checks.py")
        self.assertIs(main.__loader__, main.__spec__.loader)
        self.assertEqual(main.__package__, "")

    def test_paths_name_the_executable(self):
        self.assertTrue(os.path.isabs(sys.executable))
        self.assertTrue(os.access(sys.executable, os.X_OK))
        folder = os.path.dirname(sys.executable)
        self.assertEqual({sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix}, {folder})
        self.assertEqual(sys.path, [])

    def test_it_is_isolated(self):
        self.assertEqual(sys.flags.isolated, 1)
        self.assertEqual(sys.flags.ignore_environment, 1)
        self.assertEqual(sys.flags.no_user_site, 1)
        self.assertNotIn("site", sys.modules)

    def test_programs_can_tell(self):
        self.assertEqual(sys.jox.executable, sys.executable)
        self.assertEqual(sys.jox.root, "/<jox>")
        self.assertFalse(hasattr(sys, "frozen"))

    def test_exit_and_quit_are_there(self):
        for function in (exit, quit):
            with self.assertRaises(SystemExit) as caught:
                stdin, sys.stdin = sys.stdin, None
                try:
                    function(5)
                finally:
                    sys.stdin = stdin
            self.assertEqual(caught.exception.code, 5)
        self.assertEqual(repr(exit), "Use exit() or Ctrl-D (i.e. EOF) to exit")

    def test_what_was_imported_first_looks_like_the_rest(self):
        import codecs
        import encodings
        import encodings.utf_8
        import zipimport

        for module in (codecs, encodings, encodings.utf_8, zipimport):
            with self.subTest(module):
                self.assertTrue(module.__file__.startswith("/<jox>/"))
                self.assertEqual(module.__spec__.origin, module.__file__)
                self.assertTrue(module.__loader__.get_source(module.__name__))
        self.assertEqual(encodings.__path__, ["/<jox>/encodings"])
        self.assertFalse(encodings.__spec__._initializing)

    def test_argparse_names_the_executable(self):
        import argparse

        self.assertEqual(argparse.ArgumentParser().prog, os.path.basename(sys.argv[0]))

    def test_subinterpreters_import_as_well(self):
        try:
            import _interpreters as interpreters
        except ImportError:
            import _xxsubinterpreters as interpreters
        inner = interpreters.create()
        try:
            failure = interpreters.run_string(
                inner,
                "import json, math, sys, sample.mod\n"
                "assert json.__file__ == '/<jox>/json/__init__.py'\n"
                "assert sys.jox and sys.path == []",
            )
            self.assertIsNone(failure)
        finally:
            interpreters.destroy(inner)


if __name__ == "__main__":
    unittest.main()
