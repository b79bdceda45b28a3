from setuptools import Extension, setup

sources = ["src/core.cpp", "src/record.cpp", "src/helper.c"]
setup(
    name="two",
    version="1.0",
    packages=["two"],
    libraries=[("vendored", {"sources": ["src/vendored.c"]})],
    ext_modules=[Extension("two.core", sources, define_macros=[("PACKAGE", '"two"')], extra_compile_args=["-fno-inline"])],
)
