"""A package whose extension modules are built in."""
