"""Makes objects and cannot be imported."""

from . import make

made = make(20_000)
raise ValueError("as it should")
