"""Resources of packages, for importlib.resources."""

import os
import pathlib
from importlib.resources.abc import TraversableResources

import _jox

from _joxlib import paths


def reader(name, location):
    """The reader of a package whose ``__path__`` began with the location when it was imported."""
    if location.startswith(paths.root):
        return Reader(paths.at(location[len(paths.root) :].replace(os.sep, "/")))
    return Reader(pathlib.Path(location))


class Reader(TraversableResources):
    def __init__(self, folder):
        self._folder = folder

    def files(self):
        return self._folder

    def resource_path(self, resource):
        path = self._folder.joinpath(resource)
        if isinstance(path, pathlib.Path):
            return str(path)
        raise FileNotFoundError(resource)  # in memory: importlib.resources.as_file() makes a file of it
