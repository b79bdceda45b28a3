from setuptools import Extension, setup

sources = ["src/core.cpp", "src/record.cpp", "src/helper.c"]
setup(
    name="one",
    version="1.0",
    packages=["one"],
    libraries=[("vendored", {"sources": ["src/vendored.c"]})],
    ext_modules=[Extension("one.core", sources, define_macros=[("PACKAGE", '"one"')], extra_compile_args=["-fno-inline"])],
)
