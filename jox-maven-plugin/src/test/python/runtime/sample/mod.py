import pickle


class Thing:
    def __init__(self, x):
        self.x = x


def fail():
    # a comment
    raise ValueError("failed")  # line 11


def pickled(x):
    return pickle.dumps(Thing(x))
