INSIDE = (__name__, __spec__.name, __file__)
