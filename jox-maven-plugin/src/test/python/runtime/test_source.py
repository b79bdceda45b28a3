import inspect
import io
import linecache
import pickle
import pydoc
import sys
import threading
import traceback
import unittest
import warnings
from contextlib import redirect_stderr

import sample.mod


class SourceTest(unittest.TestCase):
    def test_inspect(self):
        self.assertIn("raise ValueError", inspect.getsource(sample.mod.fail))
        self.assertIn("# a comment", inspect.getsource(sample.mod.fail))
        self.assertEqual(inspect.getsourcefile(sample.mod), sample.mod.__file__)
        self.assertIs(inspect.getmodule(sample.mod.fail), sample.mod)
        self.assertEqual(inspect.getdoc(sample), "A package.")

    def test_inspect_the_standard_library(self):
        import codecs
        import os

        self.assertIn("def getenv", inspect.getsource(os.getenv))
        self.assertIn("class Codec", inspect.getsource(codecs))

    def test_traceback(self):
        try:
            sample.mod.fail()
        except ValueError:
            text = traceback.format_exc()
        self.assertIn('File "/<jox>/sample/mod.py", line 11, in fail\n    raise ValueError("failed")  # line 11', text)

    def test_default_hooks_show_source_lines(self):
        def fail():
            sample.mod.fail()

        with redirect_stderr(io.StringIO()) as stderr:
            try:
                fail()
            except ValueError:
                sys.__excepthook__(*sys.exc_info())
            thread = threading.Thread(target=fail, name="worker")
            thread.start()
            thread.join()
        text = stderr.getvalue()
        self.assertEqual(text.count('raise ValueError("failed")  # line 11'), 2)
        self.assertIn("Exception in thread worker:", text)

    def test_lines_by_file_name_alone(self):
        linecache.clearcache()
        self.assertEqual(linecache.getline("/<jox>/sample/mod.py", 10).strip(), "# a comment")
        self.assertEqual(linecache.getline("/<jox>/nothing.py", 1), "")

    def test_warnings_show_the_line(self):
        text = warnings.formatwarning("careful", UserWarning, sample.mod.__file__, 10)
        self.assertIn("# a comment", text)

    def test_pickle(self):
        self.assertEqual(pickle.loads(sample.mod.pickled(3)).x, 3)

    def test_pydoc(self):
        self.assertIn("A package", pydoc.render_doc("sample"))
