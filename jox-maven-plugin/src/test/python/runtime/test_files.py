"""Files inside the executable by name, as packages open their data beside their modules."""

import builtins
import glob
import io
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

import sample

HERE = os.path.dirname(sample.__file__)


class FilesTest(unittest.TestCase):
    def test_open(self):
        with open(os.path.join(HERE, "data", "a.txt"), encoding="utf-8") as stream:
            self.assertEqual(stream.read(), "text ünicode\n")
            self.assertEqual(stream.name, "/<jox>/sample/data/a.txt")
        with open(file=os.path.join(HERE, "data", "..", "data", "b.bin"), mode="rb") as stream:
            self.assertEqual(stream.peek(1)[:1], b"\0")
            self.assertEqual(stream.seek(1), 1)
            self.assertEqual(stream.read(), b"\1")
        with open(os.fsencode(HERE) + b"/data/b.bin", "rb", buffering=0) as stream:
            self.assertEqual(stream.read(), b"\0\1")
        with open(sample.__file__, encoding="utf-8") as source:
            self.assertTrue(source.readable())
        self.assertIs(builtins.open, io.open)

    def test_pathlib(self):
        folder = pathlib.Path(sample.__file__).resolve().parent
        self.assertEqual((folder / "data" / "a.txt").read_text(encoding="utf-8"), "text ünicode\n")
        self.assertEqual((folder / "data" / "b.bin").read_bytes(), b"\0\1")
        self.assertTrue((folder / "data").is_dir())
        self.assertFalse((folder / "nothing").exists())
        self.assertEqual([path.name for path in sorted(folder.glob("**/*.txt"))], ["a.txt", "c.txt"])

    def test_os(self):
        data = os.path.join(HERE, "data")
        self.assertTrue(os.path.isdir(data) and os.path.isfile(os.path.join(data, "a.txt")))
        self.assertFalse(os.path.exists(os.path.join(HERE, "nothing")))
        self.assertEqual(os.path.getsize(os.path.join(data, "b.bin")), 2)
        self.assertGreater(os.path.getmtime(data), 0)
        self.assertEqual(os.listdir(data), ["a.txt", "b.bin", "deep"])
        self.assertEqual(os.listdir(os.fsencode(data)), [b"a.txt", b"b.bin", b"deep"])
        walked = [(top.removeprefix(HERE), folders, files) for top, folders, files in os.walk(data)]
        self.assertEqual(walked, [("/data", ["deep"], ["a.txt", "b.bin"]), ("/data/deep", [], ["c.txt"])])
        self.assertEqual(glob.glob(os.path.join(data, "*.bin")), [os.path.join(data, "b.bin")])
        self.assertTrue(os.access(data, os.R_OK))
        self.assertFalse(os.access(data, os.W_OK))
        self.assertEqual(os.path.realpath(data), data)

    def test_copies(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = os.path.join(folder, "copy")
            shutil.copytree(os.path.join(HERE, "data"), copy)
            with open(os.path.join(copy, "deep", "c.txt"), encoding="utf-8") as stream:
                self.assertEqual(stream.read(), "deep\n")
            self.assertEqual(os.stat(copy).st_mtime_ns, os.stat(HERE).st_mtime_ns)

    def test_errors(self):
        with self.assertRaises(FileNotFoundError) as caught:
            open(os.path.join(HERE, "nothing"))
        self.assertEqual(caught.exception.filename, "/<jox>/sample/nothing")
        with self.assertRaises(IsADirectoryError):
            open(HERE)
        with self.assertRaises(NotADirectoryError):
            os.listdir(sample.__file__)
        with self.assertRaises(FileNotFoundError):
            os.stat("/<jox>/../etc/passwd")
        with self.assertRaises(OSError):
            open(os.path.join(HERE, "new"), "w")
        with self.assertRaises(TypeError):
            open()
        with self.assertRaises(TypeError):
            os.stat(1.5)

    def test_other_paths_are_as_ever(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "file")
            path.write_text("x", encoding="utf-8")
            self.assertEqual(os.listdir(folder), ["file"])
            self.assertEqual([entry.name for entry in os.scandir(path=folder)], ["file"])
            descriptor = os.open(path, os.O_RDONLY)
            self.assertEqual(os.stat(descriptor).st_size, 1)
            with open(descriptor, encoding="utf-8") as stream:
                self.assertEqual(stream.read(), "x")
        self.assertIn(os.stat, os.supports_dir_fd)
        self.assertIn(os.scandir, os.supports_fd)
        self.assertIsInstance(os.listdir(), list)
        self.assertTrue(os.path.exists(sys.executable))
        self.assertTrue(shutil.rmtree.avoids_symlink_attacks)
