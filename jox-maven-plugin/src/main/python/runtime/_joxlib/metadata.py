"""Metadata of the packed distributions, for importlib.metadata."""

from importlib.metadata import PathDistribution, Prepared

import _jox

from _joxlib import paths

_ENDINGS = (".dist-info", ".egg-info")


def find_distributions(importer, context):
    """The distributions that the context asks for by name, or all."""
    if _jox.root not in vars(context).get("path", (_jox.root,)):
        return
    wanted = None if context.name is None else Prepared.normalize(context.name)
    for name, _ in _jox.children(_jox.node("")):
        if name.endswith(_ENDINGS):
            project = name.rpartition(".")[0].partition("-")[0]
            if wanted is None or Prepared.normalize(project) == wanted:
                yield PathDistribution(paths.at(name))
