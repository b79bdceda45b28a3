"""Fails some calls down."""


def first(count):
    if count > 0:
        return first(count - 1)
    return {}["missing ü"]
