"""sys, os, platform and others: what they say of the platform depends on who asks.

The package's own build code gets the target's values, everybody else (the standard library, pip, setuptools and other build
requirements, which have to work here) the machine's. JOX_PLATFORM says which attributes: by module, "values" for what an
attribute is, "results" for what a function returns, "absent" for what there is not. A list stands for a tuple, an object with
"fields" and "values" for a named one.

The modules stay the same for all, and the machine's values stay where C code and a module's own functions look for them.
"""

import collections
import json
import os
import re
import sys
import types

from . import _own

MODULES = json.loads(os.environ["JOX_PLATFORM"])

_ABSENT = object()

_get_frame = sys._getframe


def is_wanted():
    """Whether the package is not one of those in JOX_HOST_PLATFORM, whose build code is to see the machine."""
    exceptions = os.environ.get("JOX_HOST_PLATFORM", "").replace(",", " ").split()
    return "*" not in exceptions and _normal(_own.package_name()) not in map(_normal, exceptions)


def apply(module):
    told = MODULES[module.__name__]
    views = {name: _told(value) for name, value in told["values"].items()}
    views.update((name, _function(name, _told(value))) for name, value in told["results"].items())
    if told["absent"] and hasattr(module, "__all__"):
        views["__all__"] = [name for name in module.__all__ if name not in told["absent"]]
    views.update(dict.fromkeys(told["absent"], _ABSENT))
    module.__class__ = _Type("module", (types.ModuleType,), {name: _property(name, view) for name, view in views.items()})


class _Type(type):
    """type(sys) is what importlib and others make modules of and compare them with: for that it is the type of modules."""

    def __new__(cls, name, bases, names):
        plain = tuple(types.ModuleType if isinstance(base, _Type) else base for base in bases)
        return super().__new__(cls, name, bases, names) if plain == bases else type(name, plain, names)

    def __call__(cls, *args, **kwargs):
        return types.ModuleType(*args, **kwargs)

    def __instancecheck__(cls, instance):
        return isinstance(instance, types.ModuleType)


def _property(name, view):
    def get(module):
        value = view if _own.is_own(_get_frame(1)) else vars(module).get(name, _ABSENT)
        if value is _ABSENT:
            raise AttributeError("module %r has no attribute %r" % (module.__name__, name))
        return value

    def set(module, value):
        # whoever changes it means everybody
        delattr(type(module), name)
        setattr(module, name, value)

    return property(get, set)


def _function(name, value):
    def told(*args, **kwargs):
        return value

    told.__name__ = told.__qualname__ = name
    return told


def _told(value):
    if isinstance(value, list):
        return tuple(map(_told, value))
    if isinstance(value, dict):
        return collections.namedtuple("told", value["fields"])(*map(_told, value["values"]))
    return value


def _normal(name):
    """PEP 503, "Normalized Names"."""
    return re.sub(r"[-_.]+", "-", name).lower()
