import os

from setuptools import setup

with open("src/pure.py", "w", encoding="utf-8") as module:
    module.write("JOX = %r\nTOLD = %r\n" % (os.environ.get("JOX"), os.environ.get("TOLD_BY_POM")))

setup(name="pure", version="1.0", py_modules=["pure"], package_dir={"": "src"})
