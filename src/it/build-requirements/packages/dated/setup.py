import setuptools

with open("dated.py", "w", encoding="utf-8") as module:
    module.write("BUILT_WITH = %r\n" % setuptools.__version__)

setuptools.setup(name="dated", version="1.0", py_modules=["dated"])
