"""Describes the Python that runs this as PYTHON.json of python-build-standalone does, version 8 (its docs/distributions.rst).

usage: python describe.py FOLDER. FOLDER is where it is installed; in the archive that is python/install. There are no
objects to link anew: that is what the Maven artifact has and has not.
"""

import importlib.machinery
import importlib.util
import json
import os
import re
import sys
import sysconfig

ROOT = os.path.realpath(sys.argv[1])
VERSION = "%d.%d" % sys.version_info[:2]


def place(path):
    """Where a file of the installation is in the archive."""
    return "install/" + os.path.relpath(os.path.realpath(path), ROOT).replace(os.sep, "/")


def extension(name, shared):
    leaf = name.rpartition(".")[2]
    return {
        "in_core": shared is None,
        "init_fn": "PyInit_" + leaf,
        "license_paths": [],
        "license_public_domain": None,
        "licenses": [],
        "links": [],
        "objs": [],
        "required": shared is None,
        "shared_lib": shared,
        "static_lib": None,
        "variant": "default",
    }


library = os.path.join(ROOT, "lib", "python" + VERSION)
dynload = os.path.join(library, "lib-dynload")
extensions = {name: [extension(name, None)] for name in sys.builtin_module_names}
for file in sorted(os.listdir(dynload)):
    match = re.fullmatch(r"(\w+)\.[\w.-]+\.so", file)
    if match:
        extensions[match[1]] = [extension(match[1], place(os.path.join(dynload, file)))]

json.dump(
    {
        "version": "8",
        "target_triple": "x86_64-unknown-linux-gnu",
        "optimizations": "noopt",
        "python_tag": "cp" + VERSION.replace(".", ""),
        "python_implementation_cache_tag": sys.implementation.cache_tag,
        "python_implementation_name": sys.implementation.name,
        "python_implementation_hex_version": sys.implementation.hexversion,
        "python_version": "%d.%d.%d" % sys.version_info[:3],
        "python_major_minor_version": VERSION,
        "python_abi_tag": sysconfig.get_config_var("abi_thread") or "",
        "python_platform_tag": "linux-x86_64",
        "python_paths": {
            "stdlib": place(library),
            "platstdlib": place(library),
            "purelib": place(os.path.join(library, "site-packages")),
            "platlib": place(os.path.join(library, "site-packages")),
            "include": place(os.path.join(ROOT, "include", "python" + VERSION)),
            "platinclude": place(os.path.join(ROOT, "include", "python" + VERSION)),
            "scripts": "install/bin",
            "data": "install",
        },
        "python_exe": "install/bin/python" + VERSION,
        "python_stdlib_test_packages": ["test"],
        "python_suffixes": {
            "bytecode": importlib.machinery.BYTECODE_SUFFIXES,
            "debug_bytecode": importlib.machinery.BYTECODE_SUFFIXES,
            "extension": importlib.machinery.EXTENSION_SUFFIXES,
            "optimized_bytecode": importlib.machinery.BYTECODE_SUFFIXES,
            "source": importlib.machinery.SOURCE_SUFFIXES,
        },
        "python_bytecode_magic_number": importlib.util.MAGIC_NUMBER.hex(),
        "python_symbol_visibility": "global-default",
        "python_extension_module_loading": ["builtin", "shared-library"],
        "python_config_vars": {},
        "libpython_link_mode": "shared",
        "crt_features": ["glibc-dynamic"],
        "run_tests": "build/run_tests.py",
        "build_info": {
            "core": {"links": [], "objs": [], "shared_lib": f"install/libpython{VERSION}.so.1.0"},
            "extensions": extensions,
            "inittab_cflags": [],
            "inittab_object": "",
            "inittab_source": "",
            "object_file_format": "elf",
        },
        "licenses": ["Python-2.0", "CNRI-Python"],
        "license_path": "licenses/LICENSE.cpython.txt",
    },
    sys.stdout,
    indent=1,
    sort_keys=True,
)
