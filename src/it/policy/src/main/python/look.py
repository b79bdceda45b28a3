"""Says what of the application and of the standard library is there, as what, and where."""

import importlib.resources
import importlib.util
import json
import os
import sys

import shop


def source(module):
    return "yes" if module.__spec__.loader.get_source(module.__name__) else "no"


def there(module):
    try:
        return "yes" if importlib.util.find_spec(module) else "no"
    except ModuleNotFoundError:  # not even its package
        return "no"


def file_of(package, name):
    return "yes" if importlib.resources.files(package).joinpath(name).is_file() else "no"


def place(path):
    """Where a file is: in memory, or the path below the executable's folder."""
    folder = os.path.dirname(sys.executable)
    return os.path.relpath(path, folder) if path.startswith(folder) else path


def say():
    import markupsafe._speedups as extension

    print("asserts", "yes" if shop.asserts() else "no")
    print("docstring", "yes" if shop.__doc__ else "no")
    print("sources", source(json), source(shop))
    print("test", there("test"), there("test.support"))
    print("pydoc_data", file_of("pydoc_data", "_pydoc.css"))
    print("resources", *(file_of("shop", name) for name in ("small.txt", "middle.txt", "large.bin")))
    print("spare", there("shop.spare"))
    print("places", place(json.__file__), place(shop.__file__), place(extension.__file__).split(".")[0])


if __name__ == "__main__":
    say()
