"""What the shop sells."""


def asserts():
    try:
        assert False
    except AssertionError:
        return True
    return False
