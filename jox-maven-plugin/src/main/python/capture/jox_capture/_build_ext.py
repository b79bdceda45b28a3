"""distutils.command.build_ext: records the extension modules that a run of the command was to build."""

import functools
import os

from . import _record

_METHODS = ("run", "build_extensions")


def apply(module):
    """Wraps the methods of the base class that packages' own commands call: what they override in between does not matter."""
    for name in _METHODS:
        original = getattr(module.build_ext, name)
        setattr(module.build_ext, name, _recorded(original))


def _recorded(original):
    @functools.wraps(original)
    def method(self, *args, **kwargs):
        outermost = not getattr(self, "_jox_recording", False)
        self._jox_recording = True
        try:
            return original(self, *args, **kwargs)
        finally:
            if outermost:
                self._jox_recording = False
                for extension in self.extensions or ():
                    _record.write("extensions", functools.partial(_describe, self, extension))

    return method


def _describe(command, extension):
    name = extension.name
    file = os.path.abspath(command.get_ext_fullpath(name))
    return {
        "format": 1,
        "module": command.get_ext_fullname(name),
        "file": file,
        "built": os.path.exists(file),
        "optional": bool(getattr(extension, "optional", False)),
        "sources": _texts(extension.sources),
        "libraries": _texts(extension.libraries),
        "extraObjects": _texts(extension.extra_objects),
        "extraLinkArguments": _texts(extension.extra_link_args),
        "language": extension.language or "",
    }


def _texts(values):
    return [os.fspath(value) if isinstance(value, os.PathLike) else str(value) for value in values or ()]
