"""The second of two executables."""

import six


def main() -> None:
    print("second", six.__version__)
