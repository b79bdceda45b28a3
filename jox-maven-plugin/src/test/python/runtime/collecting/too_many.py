"""Makes garbage that nobody but the collector takes away, and never ends making it."""


class Node:
    """Something that refers to itself."""

    def __init__(self):
        self.itself = self


for _ in range(700_000):
    Node()
