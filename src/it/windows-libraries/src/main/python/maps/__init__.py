"""Lies beside the executable, by a rule."""
