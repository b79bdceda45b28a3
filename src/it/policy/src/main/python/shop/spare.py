"""A module that a rule leaves out."""
