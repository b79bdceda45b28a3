"""A package."""

VALUE = 1
