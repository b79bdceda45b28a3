"""Files and folders inside the executable, as importlib.resources and importlib.metadata want them."""

import errno
import io
import os
import pathlib
import posixpath
from importlib.resources.abc import Traversable

import _jox


#: What the paths of everything in the executable begin with.
root = _jox.root + os.sep


def at(path):
    """What is at the path, given relative to the root: a file that lies beside the executable is an ordinary path."""
    node = _jox.node(path)
    if node is not None:
        place = _jox.place(node)
        if place is not None:
            return pathlib.Path(place)
    return PackedPath(path, node)


class PackedPath(Traversable):
    """A file or folder in memory, or the name of one that does not exist."""

    __slots__ = ("_path", "_node")

    def __init__(self, path, node):
        self._path = path
        self._node = node

    @property
    def name(self):
        return posixpath.basename(self._path)

    @property
    def stem(self):
        return pathlib.PurePosixPath(self._path).stem

    @property
    def suffix(self):
        return pathlib.PurePosixPath(self._path).suffix

    @property
    def parent(self):
        return at(posixpath.dirname(self._path))

    def exists(self):
        return self._node is not None

    def is_file(self):
        return self._node is not None and _jox.is_file(self._node)

    def is_dir(self):
        return self._node is not None and not _jox.is_file(self._node)

    def iterdir(self):
        if not self.is_dir():
            raise self._error(errno.ENOENT if self._node is None else errno.ENOTDIR)
        for name, _ in _jox.children(self._node):
            yield at(posixpath.join(self._path, name))

    def joinpath(self, *descendants):
        if not descendants:
            return self
        below = (os.fspath(descendant).replace(os.sep, "/") for descendant in descendants)
        path = posixpath.normpath(posixpath.join(self._path, *below))
        return at("" if path == "." else path)

    __truediv__ = joinpath

    def read_bytes(self):
        if not self.is_file():
            raise self._error(errno.ENOENT if self._node is None else errno.EISDIR)
        return _jox.read(self._node)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as stream:
            return stream.read()

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        if mode not in ("r", "rt", "rb"):
            raise ValueError(f"mode {mode!r}: what the executable carries can only be read")
        stream = io.BytesIO(self.read_bytes())
        if mode == "rb":
            return stream
        return io.TextIOWrapper(stream, io.text_encoding(encoding), errors, newline)

    def _error(self, number):
        return OSError(number, os.strerror(number), str(self))

    def __str__(self):
        return root + self._path.replace("/", os.sep) if self._path else _jox.root

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __eq__(self, other):
        return isinstance(other, PackedPath) and self._path == other._path

    def __hash__(self):
        return hash(self._path)
