"""Modules that make objects when they are imported, and one list of what the collector did meanwhile."""

import gc

phases = []


def note(phase, info):
    phases.append(phase)


def make(count):
    """Makes so many objects that the collector counts, all alive at once."""
    return [[] for _ in range(count)]
