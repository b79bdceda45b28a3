import importlib.metadata
import importlib.resources
import sys
import unittest
import warnings


class ResourcesTest(unittest.TestCase):
    def setUp(self):
        self.files = importlib.resources.files("sample")

    def test_tree(self):
        names = sorted(path.name for path in self.files.iterdir())
        self.assertEqual(names, ["__init__.py", "__main__.py", "data", "mod.py"])
        self.assertTrue((self.files / "data" / "deep").is_dir())
        self.assertFalse((self.files / "nothing").is_file())
        self.assertEqual(str(self.files / "data"), "/<jox>/sample/data")
        self.assertEqual(self.files / "data" / ".." / "mod.py", self.files / "mod.py")

    def test_reading(self):
        self.assertEqual((self.files / "data" / "a.txt").read_text(encoding="utf-8"), "text ünicode\n")
        self.assertEqual(self.files.joinpath("data/b.bin").read_bytes(), b"\0\1")
        with self.files.joinpath("data", "b.bin").open("rb") as stream:
            self.assertEqual(stream.read(1), b"\0")
        with self.assertRaises(FileNotFoundError):
            (self.files / "nothing").read_bytes()
        with self.assertRaises(ValueError):
            (self.files / "new").open("w")

    def test_as_file(self):
        with importlib.resources.as_file(self.files / "data" / "b.bin") as path:
            self.assertEqual(path.read_bytes(), b"\0\1")
            self.assertTrue(path.name.endswith("b.bin"))
        if sys.version_info >= (3, 12):
            with importlib.resources.as_file(self.files / "data") as path:
                self.assertEqual((path / "deep" / "c.txt").read_text(), "deep\n")

    def test_folders_without_modules(self):
        self.assertTrue(importlib.resources.files("sample.data").joinpath("a.txt").is_file())
        self.assertTrue(importlib.resources.files("spaced.inner").joinpath("leaf.py").is_file())

    def test_the_older_functions(self):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.assertTrue(importlib.resources.is_resource("sample", "mod.py"))
            self.assertFalse(importlib.resources.is_resource("sample", "data"))
            self.assertIn("mod.py", importlib.resources.contents("sample"))
            self.assertEqual(importlib.resources.read_binary("sample.data", "b.bin"), b"\0\1")
            with importlib.resources.path("sample.data", "b.bin") as path:
                self.assertEqual(path.read_bytes(), b"\0\1")


class MetadataTest(unittest.TestCase):
    def test_by_name(self):
        self.assertEqual(importlib.metadata.version("Sample"), "1.2")
        distribution = importlib.metadata.distribution("sample")
        self.assertEqual(distribution.metadata["Summary"], "for tests")
        self.assertIsNone(distribution.read_text("nothing"))
        with self.assertRaises(importlib.metadata.PackageNotFoundError):
            importlib.metadata.version("nothing")

    def test_files(self):
        distribution = importlib.metadata.distribution("sample")
        files = {str(file): file for file in distribution.files}
        self.assertIn("sample/__init__.py", files)
        self.assertEqual(files["sample/data/a.txt"].read_text(), "text ünicode\n")
        self.assertTrue(files["sample/mod.py"].locate().is_file())
        self.assertEqual(distribution.locate_file("sample/data/b.bin").read_bytes(), b"\0\1")

    def test_entry_points(self):
        (point,) = importlib.metadata.entry_points(group="console_scripts", name="foo")
        self.assertEqual(point.load().__name__, "fail")

    def test_all_and_by_path(self):
        names = {d.metadata["Name"] for d in importlib.metadata.distributions()}
        self.assertIn("sample", names)
        self.assertEqual(list(importlib.metadata.distributions(path=["/nowhere"])), [])
        found = importlib.metadata.distributions(path=["/<jox>"])
        self.assertIn("sample", {d.metadata["Name"] for d in found})
