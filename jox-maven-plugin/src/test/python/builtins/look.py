"""Looks at built-in modules whose code is in a library, as a program can."""

import _imp
import importlib
import importlib.machinery
import pickle
import sys


def interpreters():
    """The module that makes interpreters, which each version of Python has under another name."""
    try:
        import _interpreters
    except ImportError:
        import _xxsubinterpreters as _interpreters
    return _interpreters


def look():
    for name in "kinds._once", "kinds._phases":
        module = importlib.import_module(name)
        assert module.__name__ == name, module.__name__
        assert module.__spec__.origin == "built-in", module.__spec__
        assert not hasattr(module, "__file__")
        assert name in sys.builtin_module_names
        assert module is getattr(sys.modules["kinds"], name.rpartition(".")[2])

    from kinds import _once, _phases

    assert _phases.text == "phases"
    assert pickle.loads(pickle.dumps(_once.Point([1]))) == (1,)

    del sys.modules["kinds._once"]
    again = importlib.import_module("kinds._once")
    assert again.Point is _once.Point
    assert again.count() == 1, again.count()

    spec = importlib.machinery.ModuleSpec("kinds._phases", None, origin="built-in")
    assert _imp.create_builtin(spec).__name__ == "kinds._phases"

    try:
        import kinds.fails
    except ValueError as error:
        print(error, flush=True)
    try:
        import kinds.absent
    except ImportError as error:
        print(error, flush=True)

    source = "import kinds._phases; assert kinds._phases.text == 'phases'; print('elsewhere', flush=True)"
    other = interpreters().create()
    failure = interpreters().run_string(other, source)
    assert not failure, failure
    interpreters().destroy(other)


look()
print("looked")
