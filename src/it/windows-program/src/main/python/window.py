"""A program without a console."""

import os
import sys


def streams():
    print(sys.stdout.encoding, "ä€")
    print("and errors", file=sys.stderr)


def none():
    print("nobody sees this")
    print("nor this", file=sys.stderr)
    os._exit(40 + [sys.stdin, sys.stdout, sys.stderr].count(None))


def error():
    raise ValueError("größer")


def message():
    sys.exit("no rivers: größer")


def status():
    sys.exit(-5)


def shown():
    import resources

    numbers, flags, texts = resources.information(sys.executable)
    print(numbers, flags, texts["FileVersion"], texts["OriginalFilename"])
    print(resources.resource(resources.RT_MANIFEST, 1).decode())


def hook():
    def show(kind, error, traceback):
        print("hook:", error, file=sys.stderr)

    sys.excepthook = show
    error()


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
