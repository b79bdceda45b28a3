import os
import unittest

import _jox


class LibraryTest(unittest.TestCase):
    """The libraries that the standard library's extension modules need are carried; ctypes finds them."""

    def setUp(self):
        try:
            import ctypes
            import ctypes.util
        except ImportError as e:
            self.skipTest(str(e))
        carried = [name for name in _jox.libraries() if name.startswith("libz.so")]
        if not carried:
            self.skipTest("libz is not carried")
        self.ctypes = ctypes
        self.name = carried[0]

    def version(self, library):
        library.zlibVersion.restype = self.ctypes.c_char_p
        return library.zlibVersion().decode()

    def test_by_name(self):
        import zlib

        self.assertEqual(self.version(self.ctypes.CDLL(self.name)), zlib.ZLIB_RUNTIME_VERSION)

    def test_find_library(self):
        self.assertEqual(self.ctypes.util.find_library("z"), self.name)

    def test_what_is_not_carried(self):
        self.assertEqual(self.ctypes.CDLL(None).getpid(), os.getpid())
        with self.assertRaisesRegex(OSError, "libnothing"):
            self.ctypes.CDLL("libnothing.so")

    def test_nothing_was_opened_by_its_name(self):
        with open("/proc/self/maps") as maps:
            lines = [line for line in maps if self.name in line]
        self.assertTrue(lines)
        for line in lines:
            self.assertIn("/memfd:", line)


class DescriptorTest(unittest.TestCase):
    def test_a_closed_descriptor_is_not_mistaken_for_the_next(self):
        import array  # noqa: F401

        for descriptor in range(3, 200):
            try:
                if os.readlink(f"/proc/self/fd/{descriptor}").startswith("/memfd:"):
                    os.close(descriptor)
            except OSError:
                pass
        import _csv
        import syslog

        self.assertEqual(_csv.__name__, "_csv")
        self.assertTrue(syslog.LOG_ERR)
