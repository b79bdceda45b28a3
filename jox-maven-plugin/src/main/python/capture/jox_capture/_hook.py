"""Calls a function when a module has been imported, without importing anything itself."""

import importlib
import importlib.machinery
import os
import sys

# The modules of this package that change each. setuptools' own copy of distutils goes by both names.
_PATCHES = {}
if os.environ.get("JOX_CAPTURE"):
    _PATCHES["distutils.command.build_ext"] = ["_build_ext"]
    _PATCHES["setuptools._distutils.command.build_ext"] = ["_build_ext"]
if os.environ.get("JOX_SYSCONFIG"):
    _PATCHES["sysconfig"] = ["_sysconfig"]
if os.environ.get("JOX_EXTENSION_SUFFIXES"):
    _PATCHES["setuptools.command.build_ext"] = ["_suffixes"]
if os.environ.get("JOX_PLATFORM"):
    from . import _platform

    if _platform.is_wanted():
        for _name in _platform.MODULES:
            _PATCHES.setdefault(_name, []).append("_platform")


def _change(module, patches):
    for patch in patches:
        importlib.import_module("." + patch, __package__).apply(module)


class _Loader:
    """Does what the module's own loader does, and then changes the module."""

    def __init__(self, loader, patches):
        self._loader = loader
        self._patches = patches

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        # Whoever looks at the module later, such as inspect and pickle, sees its own loader.
        module.__spec__.loader = module.__loader__ = self._loader
        self._loader.exec_module(module)
        _change(module, self._patches)


class _Finder:
    """Asks the finders after it, and wraps the loaders of the modules to be changed."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        patches = _PATCHES.get(name)
        if patches is None:
            return None
        for finder in sys.meta_path:
            find_spec = getattr(finder, "find_spec", None)
            if finder is _Finder or find_spec is None:
                continue
            spec = find_spec(name, path, target)
            if spec is not None:
                if spec.loader is not None:
                    spec.loader = _Loader(spec.loader, patches)
                return spec
        return None


def install():
    if _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)
        for name in _PATCHES.keys() & sys.modules.keys():
            _change(sys.modules[name], _PATCHES[name])
