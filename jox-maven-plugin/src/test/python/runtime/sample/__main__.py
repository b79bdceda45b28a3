print("sample runs as", __name__, "of", __package__)
