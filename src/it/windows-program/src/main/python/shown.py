"""A program with a console: what Windows shows of it."""

import hashlib
import sys

import resources


def shown():
    numbers, flags, texts = resources.information(sys.executable)
    print(numbers, flags)
    for name, text in texts.items():
        print(name, text, sep=": ")
    print("longPathAware" in resources.resource(resources.RT_MANIFEST, 1).decode())
    for size in (16, 32):
        print(size, hashlib.sha256(resources.icon(size)).hexdigest())


def start(program, *arguments):
    """Starts a program without a console, as Explorer does: without anything in place of it."""
    import boxes

    print(boxes.run_detached(program, *arguments))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
