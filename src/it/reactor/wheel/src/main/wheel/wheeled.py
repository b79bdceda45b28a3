"""A module that comes in a wheel."""

TEXT = "from a wheel"
