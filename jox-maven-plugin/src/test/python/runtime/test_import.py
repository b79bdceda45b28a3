import importlib
import importlib.machinery
import importlib.util
import os
import pkgutil
import runpy
import shutil
import sys
import tempfile
import traceback
import unittest


class SpecTest(unittest.TestCase):
    def test_package(self):
        import sample

        spec = sample.__spec__
        self.assertIs(type(spec), importlib.machinery.ModuleSpec)
        self.assertEqual(spec.origin, "/<jox>/sample/__init__.py")
        self.assertTrue(spec.has_location)
        self.assertEqual(spec.submodule_search_locations, ["/<jox>/sample"])
        self.assertEqual(sample.__path__, ["/<jox>/sample"])
        self.assertEqual(sample.__package__, "sample")
        self.assertIn("__builtins__", vars(sample))

    def test_module(self):
        import sample.mod

        self.assertEqual(sample.mod.__file__, "/<jox>/sample/mod.py")
        self.assertEqual(sample.mod.fail.__code__.co_filename, sample.mod.__file__)
        self.assertEqual(sample.mod.__spec__.cached, importlib.util.cache_from_source(sample.mod.__file__))
        self.assertEqual(sample.mod.__package__, "sample")
        self.assertIsNone(sample.mod.__spec__.submodule_search_locations)

    def test_built_in(self):
        import time

        self.assertEqual(time.__spec__.origin, "built-in")
        self.assertIs(time.__loader__, importlib.machinery.BuiltinImporter)

    def test_extension(self):
        import math

        if math.__spec__.origin != "built-in":
            self.assertTrue(math.__file__.startswith("/<jox>/"))
            self.assertEqual(math.__spec__.origin, math.__file__)

    def test_namespace_package(self):
        import spaced.inner.leaf

        self.assertEqual(spaced.inner.leaf.N, 1)
        self.assertIsNone(spaced.__file__)
        self.assertEqual(list(spaced.__path__), ["/<jox>/spaced"])
        self.assertIsNone(spaced.__spec__.origin)
        self.assertFalse(spaced.__spec__.has_location)

    def test_init_by_name_is_another_module(self):
        import sample

        module = importlib.import_module("sample.__init__")
        self.assertIsNot(module, sample)
        self.assertEqual(module.VALUE, 1)
        self.assertEqual(module.__name__, "sample.__init__")
        self.assertFalse(hasattr(module, "__path__"))

    def test_what_is_not_there(self):
        self.assertIsNone(importlib.util.find_spec("nothing"))
        self.assertIsNone(importlib.util.find_spec("sample.nothing"))
        with self.assertRaises(ModuleNotFoundError) as caught:
            import nothing  # noqa: F401
        self.assertEqual(caught.exception.name, "nothing")

    def test_reload(self):
        import json

        import sample

        self.assertIs(importlib.reload(sample), sample)
        self.assertIs(importlib.reload(json), json)

    def test_tracebacks_do_not_show_the_import_system(self):
        try:
            import broken  # noqa: F401
        except ZeroDivisionError:
            text = traceback.format_exc()
        self.assertNotIn("importlib", text)
        self.assertIn("1 / 0", text)


class PathTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, path, text):
        file = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w") as stream:
            stream.write(text)

    def test_a_package_extends_over_folders(self):
        self.write("extended/__init__.py", "")
        self.write("extended/outside.py", "WHERE = 'outside'")
        sys.path.append(self.folder)
        self.addCleanup(sys.path.remove, self.folder)
        import extended.inside
        import extended.outside

        self.assertEqual(extended.__path__, ["/<jox>/extended", self.folder + "/extended"])
        self.assertEqual((extended.inside.WHERE, extended.outside.WHERE), ("packed", "outside"))

    def test_a_changed_path_decides(self):
        import sample

        before = list(sample.__path__)
        self.addCleanup(sample.__path__.__setitem__, slice(None), before)
        self.write("mod.py", "WHERE = 'outside'")
        sample.__path__.insert(0, self.folder)
        sys.modules.pop("sample.mod", None)
        self.addCleanup(sys.modules.pop, "sample.mod", None)
        self.assertEqual(importlib.import_module("sample.mod").WHERE, "outside")

    def test_a_package_finds_itself_on_the_path(self):
        import replacing

        self.assertEqual(replacing.native.INSIDE, ("replacing", "replacing", "/<jox>/replacing/replacing.py"))
        self.assertEqual(replacing.__file__, "/<jox>/replacing/__init__.py")
        self.assertEqual(sys.path, [])

    def test_a_path_into_another_package(self):
        import sample

        before = list(sample.__path__)
        self.addCleanup(sample.__path__.__setitem__, slice(None), before)
        sample.__path__[:] = ["/<jox>/spaced/inner"]
        module = importlib.import_module("sample.leaf")
        self.assertEqual((module.N, module.__name__, module.__file__), (1, "sample.leaf", "/<jox>/spaced/inner/leaf.py"))
        self.assertEqual(module.__loader__.get_source("sample.leaf"), "N = 1\n")

    def test_finders_of_paths(self):
        finder = pkgutil.get_importer("/<jox>/sample")
        self.assertEqual(finder.path, "/<jox>/sample")
        self.assertEqual(finder.find_spec("sample.mod").origin, "/<jox>/sample/mod.py")
        self.assertIsNone(finder.find_spec("sample.nothing"))
        self.assertEqual([n for n, _ in finder.iter_modules("x.")], ["x.__main__", "x.mod"])
        importlib.invalidate_caches()


class PkgutilTest(unittest.TestCase):
    def test_iter_modules(self):
        import sample

        found = [(m.name, m.ispkg) for m in pkgutil.iter_modules(sample.__path__, "sample.")]
        self.assertEqual(found, [("sample.__main__", False), ("sample.mod", False)])
        top = {m.name: m.ispkg for m in pkgutil.iter_modules()}
        self.assertIs(top["sample"], True)
        self.assertIs(top["broken"], False)
        self.assertNotIn("spaced", top)

    def test_walk_packages(self):
        import xml

        names = [m.name for m in pkgutil.walk_packages(xml.__path__, "xml.")]
        self.assertIn("xml.etree.ElementTree", names)

    def test_get_data(self):
        self.assertEqual(pkgutil.get_data("sample", "data/b.bin"), b"\0\1")


class LoaderTest(unittest.TestCase):
    def test_the_protocol(self):
        import sample.mod

        loader = sample.mod.__loader__
        self.assertTrue(loader.is_package("sample"))
        self.assertFalse(loader.is_package("sample.mod"))
        self.assertEqual(loader.get_filename("sample.mod"), sample.mod.__file__)
        self.assertEqual(loader.get_code("sample.mod").co_filename, sample.mod.__file__)
        self.assertTrue(loader.get_source("sample.mod").startswith("import pickle\n"))
        self.assertTrue(loader.get_data(sample.mod.__file__).startswith(b"import pickle\n"))
        for method in (loader.get_code, loader.get_source, loader.is_package, loader.get_filename):
            with self.assertRaises(ImportError) as caught:
                method("nothing")
            self.assertEqual(caught.exception.name, "nothing")

    def test_data_that_is_not_there(self):
        import sample

        with self.assertRaises(FileNotFoundError) as caught:
            sample.__loader__.get_data("/<jox>/nothing")
        self.assertEqual(caught.exception.filename, "/<jox>/nothing")
        with self.assertRaises(IsADirectoryError):
            sample.__loader__.get_data("/<jox>/sample/data")

    def test_runpy(self):
        sys.modules.pop("spaced.inner.leaf", None)
        self.assertEqual(runpy.run_module("spaced.inner.leaf")["N"], 1)
