"""Has its garbage collected."""

import gc
import weakref


class Node:
    """Something that can refer to itself."""


node = Node()
node.itself = node
alive = weakref.ref(node)
del node
gc.collect()
