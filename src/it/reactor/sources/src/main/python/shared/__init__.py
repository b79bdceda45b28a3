"""What several applications of the reactor use."""

from importlib import resources


def motto() -> str:
    return resources.files(__name__).joinpath("motto.txt").read_text("utf-8").strip()
