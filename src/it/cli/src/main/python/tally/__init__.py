"""Adds up invoices that are written in YAML."""

__version__ = "1.0"
