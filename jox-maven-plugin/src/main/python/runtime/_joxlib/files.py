"""open() and functions of os for paths below the root: what the executable carries, read only. See files.c of the runtime."""

import builtins
import errno
import io
import os
import stat as modes
import sys

import _jox


def _place_or_node(path):
    """The path of a file beside the executable, or None; and the node of what is in memory, or None."""
    text = os.path.normpath(os.fsdecode(path))
    if text != _jox.root and not text.startswith(_jox.root + os.sep):
        raise _error(errno.ENOENT, path)  # it led out of the root
    node = _jox.node(text[len(_jox.root) + 1 :].replace(os.sep, "/"))
    if node is None:
        raise _error(errno.ENOENT, path)
    return _jox.place(node), node


def _error(number, path):
    return OSError(number, os.strerror(number), path)


class _Content(io.RawIOBase):
    """A file in memory, opened."""

    mode = "rb"

    def __init__(self, name, content):
        self.name = name
        self._content = io.BytesIO(content)

    def readable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, buffer):
        return self._content.readinto(buffer)

    def readall(self):
        return self._content.read()

    def seek(self, offset, whence=0):
        return self._content.seek(offset, whence)

    def tell(self):
        return self._content.tell()


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if set("wax+") & set(mode):
        raise _error(errno.EROFS, file)
    place, node = _place_or_node(file)
    if place is not None:
        return builtins.open(place, mode, buffering, encoding, errors, newline, closefd, opener)
    if not _jox.is_file(node):
        raise _error(errno.EISDIR, file)
    binary = "b" in mode
    if binary and (encoding is not None or errors is not None or newline is not None):
        raise ValueError("binary mode doesn't take an encoding, errors or newline argument")
    content = _Content(file, _jox.read(node))
    if buffering == 0:
        if not binary:
            raise ValueError("can't have unbuffered text I/O")
        return content
    buffered = io.BufferedReader(content)
    if binary:
        return buffered
    text = io.TextIOWrapper(buffered, io.text_encoding(encoding), errors, newline)
    text.mode = mode
    return text


def stat(path, *, dir_fd=None, follow_symlinks=True):
    place, node = _place_or_node(path)
    if place is not None:
        return os.stat(place)
    made = os.stat(sys.executable).st_mtime_ns
    mode, size = (modes.S_IFREG | 0o444, _jox.size(node)) if _jox.is_file(node) else (modes.S_IFDIR | 0o555, 0)
    times = {f"st_{which}time{unit}": value for which in "amc" for unit, value in (("", made / 1e9), ("_ns", made))}
    return os.stat_result((mode, node + 1, 0, 1, 0, 0, size, *(made // 10**9,) * 3), times)


def lstat(path, *, dir_fd=None):
    return stat(path)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    try:
        place, node = _place_or_node(path)
    except OSError:
        return False
    if place is not None:
        return os.access(place, mode)
    return not mode & os.W_OK and not (mode & os.X_OK and _jox.is_file(node))


def listxattr(path, *, follow_symlinks=True):
    return []


def add_dll_directory(path):
    """Nothing is to be done: what DLLs of a package need is found by its name (loader_win.c)."""
    return os._AddedDllDirectory(os.fspath(path), None, lambda cookie: None)


def _children(path):
    _, node = _place_or_node(path)
    if _jox.is_file(node):
        raise _error(errno.ENOTDIR, path)
    return _jox.children(node)


def listdir(path):
    as_given = os.fsencode if isinstance(os.fspath(path), bytes) else str
    return [as_given(name) for name, _ in _children(path)]


def scandir(path):
    return _Scan(os.fspath(path), _children(path))


class _Scan:
    """As os.scandir() gives it: an iterator that can be closed."""

    def __init__(self, folder, children):
        as_given = os.fsencode if isinstance(folder, bytes) else str
        self._entries = (_Entry(folder, as_given(name), node) for name, node in children)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class _Entry:
    """As os.DirEntry."""

    def __init__(self, folder, name, node):
        self.name = name
        self.path = os.path.join(folder, name)
        self._node = node

    def is_file(self, *, follow_symlinks=True):
        return _jox.is_file(self._node)

    def is_dir(self, *, follow_symlinks=True):
        return not _jox.is_file(self._node)

    def is_symlink(self):
        return False

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def inode(self):
        return self._node + 1

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"
