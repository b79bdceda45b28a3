"""One module per patched module of the standard library, named after it with two underscores for a dot.

``apply(module)`` is called once the module has run; where nobody imports the module, nothing happens.
"""
