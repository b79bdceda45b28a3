"""Copies the objects of a finished CPython build into an archive's folder and writes the PYTHON.json that describes them.

Runs in CPython's build folder by the python that was installed into the archive's folder. That python is the source of what is said
of the interpreter; the Makefile and the Setup files, which it was made by, of what is said of objects, and the two must agree.

usage: describe.py FOLDER HOST TRIPLE    (FOLDER becomes python/ of the archive)
"""

import importlib.machinery
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "common"))
import python_json  # noqa: E402

# Archives that the Makefile makes of sources that CPython carries: the variable that lists their objects, the library's name.
BUNDLED = {
    "libmpdec.a": ("LIBMPDEC_OBJS", "mpdec"),
    "libexpat.a": ("LIBEXPAT_OBJS", "expat"),
    "libHacl_Hash_SHA2.a": ("LIBHACL_SHA2_OBJS", "hacl"),
}
# Packages of tests, in whatever version has them.
TEST_PACKAGES = ["ctypes.test", "distutils.tests", "idlelib.idle_test", "lib2to3.tests", "test", "tkinter.test", "unittest.test"]


def words(variable):
    """The value of a variable of the Makefile, as make expands it."""
    rule = "include Makefile\nshow: ; @printf '%s\\n' '$(strip $(" + variable + "))'\n"
    run = subprocess.run(["make", "-s", "--no-print-directory", "-f", "-", "show"],
                         input=rule, stdout=subprocess.PIPE, text=True, check=True)
    return run.stdout.split()


def setup_lines(file):
    """(name, words) for each module of a Setup file; grammar: the comment at the top of Modules/Setup."""
    for line in Path(file).read_text().splitlines():
        parts = line.split("#")[0].split()
        if len(parts) > 1 and not parts[0].startswith("*") and "=" not in parts[0]:
            yield parts[0], parts[1:]


def init_functions():
    """{module: name of its init function or "NULL"} from the inittab."""
    table = Path("Modules/config.c").read_text().split("_PyImport_Inittab[]")[1]
    return dict(re.findall(r'\{"(\w+)", (\w+)\}', table))


def module(name, arguments, init, root, required):
    """The description of one module by its words in a Setup file, and its objects."""
    # As makesetup does: the Makefile's variables for a module hold where its line has neither flags nor libraries.
    if all(word.endswith(".c") for word in arguments):
        arguments = arguments + words(f"MODULE_{name.upper()}_LDFLAGS")
    objects, libraries, bundled = [], [], []
    for word in arguments:
        if word.endswith(".c"):
            objects.append("Modules/" + word[:-2] + ".o")
        elif word.endswith(".a"):
            variable, library = BUNDLED[os.path.basename(word)]
            objects += words(variable)
            bundled.append(library)
        elif word.startswith("-l"):
            libraries.append(word[2:])
    if any("/_hacl/" in each for each in objects):
        bundled.append("hacl")
    listed = ["build/" + each for each in sorted(set(objects))]
    return python_json.extension(name, init, listed, libraries, root, required, bundled=bundled), objects


def modules(root):
    """{module: [description]} for the whole inittab, and the objects that they are made of."""
    inits = init_functions()
    found, taken = {}, set()
    for file, required in (("Modules/Setup.local", False), ("Modules/Setup.bootstrap", True)):
        for name, arguments in setup_lines(file):
            found[name], objects = module(name, arguments, inits[name], root, required)
            taken.update(objects)
    for name in inits.keys() - found.keys():
        # builtins, sys, marshal and such: their code is among the core's objects.
        found[name] = python_json.extension(name, inits[name], [], [], root, required=True, in_core=True)
    return {name: [found[name]] for name in sorted(found)}, taken


def copy_objects(root, objects):
    for each in objects:
        target = root / "build" / each
        target.parent.mkdir(parents=True, exist_ok=True)
        if Path(each).read_bytes()[:4] != b"\x7fELF":
            raise SystemExit(f"{each} is not an ELF object")
        shutil.copyfile(each, target)


def complete_library(library, objects):
    """Adds what the Makefile leaves in archives of their own, so that the library has all that its inittab names."""
    have = subprocess.run([words("AR")[0], "t", library], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    missing = [each for each in objects if os.path.basename(each) not in have]
    subprocess.run([words("AR")[0], "rcs", library, *missing], check=True)


def main():
    root, host, triple = Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3]
    version = sysconfig.get_python_version()
    core = set(words("LIBRARY_OBJS"))
    extensions, taken = modules(root)
    bundled = {each for variable, _ in BUNDLED.values() for each in words(variable)}
    if taken - core != bundled:
        raise SystemExit(f"Makefile and Setup files differ on objects: {(taken - core) ^ bundled}")
    copy_objects(root, core | taken)
    shutil.copyfile("Modules/config.c", root / "build/Modules/config.c")
    shutil.copyfile(Path(__file__).parent / "run_tests.py", root / "build/run_tests.py")
    config = f"install/lib/python{version}/config-{version}-{host}"
    library = f"{config}/libpython{version}.a"
    complete_library(root / library, sorted(bundled))

    paths = sysconfig.get_paths()
    here = str(root / "install")
    info = {
        "version": "8",
        "target_triple": triple,
        "optimizations": "noopt",
        "build_options": "noopt+static",
        "python_tag": f"cp{sys.version_info[0]}{sys.version_info[1]}",
        "python_abi_tag": sys.abiflags,
        "python_platform_tag": sysconfig.get_platform(),
        "python_version": ".".join(map(str, sys.version_info[:3])),
        "python_major_minor_version": version,
        "python_implementation_name": sys.implementation.name,
        "python_implementation_cache_tag": sys.implementation.cache_tag,
        "python_implementation_hex_version": sys.implementation.hexversion,
        "python_implementation_version": [str(each) for each in sys.implementation.version],
        "python_bytecode_magic_number": importlib.util.MAGIC_NUMBER.hex(),
        "python_exe": f"install/bin/python{version}",
        "python_paths": {key: os.path.relpath(path, root) for key, path in paths.items()},
        "python_paths_abstract": sysconfig.get_paths(expand=False),
        "python_config_vars": {key: str(value).replace(here, "/install") for key, value in sysconfig.get_config_vars().items()},
        "python_stdlib_platform_config": config,
        "python_stdlib_test_packages": [each for each in TEST_PACKAGES if Path(paths["stdlib"], *each.split(".")).is_dir()],
        "python_suffixes": {
            "source": importlib.machinery.SOURCE_SUFFIXES,
            "bytecode": importlib.machinery.BYTECODE_SUFFIXES,
            "debug_bytecode": importlib.machinery.DEBUG_BYTECODE_SUFFIXES,
            "optimized_bytecode": importlib.machinery.OPTIMIZED_BYTECODE_SUFFIXES,
            "extension": importlib.machinery.EXTENSION_SUFFIXES,
        },
        "python_symbol_visibility": "global-default",
        "python_extension_module_loading": ["builtin"],
        "libpython_link_mode": "static",
        "crt_features": ["static"],
        "licenses": ["Python-2.0", "CNRI-Python"],
        "license_path": "licenses/LICENSE.cpython.txt",
        "run_tests": "build/run_tests.py",
        "build_info": {
            "object_file_format": "elf",
            "inittab_object": "build/Modules/config.o",
            "inittab_source": "build/Modules/config.c",
            "inittab_cflags": ["-std=c11", "-DNDEBUG", "-DPy_BUILD_CORE"],
            "core": {
                "objs": ["build/" + each for each in sorted(core - taken)],
                "links": [python_json.link(each[2:], root) for each in words("LIBS") if each.startswith("-l")],
                "static_lib": library,
            },
            "extensions": extensions,
        },
    }
    python_json.write(root, info)


main()
