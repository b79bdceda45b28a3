"""The part of an executable's runtime that is written in Python. Nothing here is imported before it is needed."""
