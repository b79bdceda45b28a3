"""What can go wrong."""


class Sorry(Exception):
    """Sold out."""
