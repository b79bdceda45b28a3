"""Writes the PYTHON.json that describes the objects of a CPython for Windows, and makes a library of them.

Nothing of it is asked of the result, which does not run where it is built: what the interpreter says comes from one of the same version,
the rest from what it was built by.

usage: describe.py FOLDER TRIPLE MODULES INTERPRETER    (FOLDER becomes python/ of the archive; the JSON files of generate.py, freeze.py)
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "common"))
import python_json  # noqa: E402

# Modules that the interpreter does not start without, or that its start imports; as Modules/Setup.bootstrap and config.c have them
# where there is a configure script.
REQUIRED = """_abc _ast _codecs _collections _functools _imp _io _locale _operator _signal _sre _stat _string _suggestions _symtable _sysconfig
_thread _tokenize _tracemalloc _typing _warnings _weakref _winapi atexit builtins errno faulthandler gc itertools marshal nt sys time
winreg""".split()
TEST_PACKAGES = ["ctypes.test", "idlelib.idle_test", "test", "tkinter.test", "unittest.test"]


def table(root):
    """{module: init function or "NULL"} of the inittab."""
    text = (root / "build/PC/config.c").read_text().split("_PyImport_Inittab[]")[1]
    return dict(re.findall(r'\{"(\w+)", (\w+)\}', text))


def extensions(root, modules):
    found = {}
    for name, init in table(root).items():
        each = modules.get(name)
        if each is None:
            entry = python_json.extension(name, init, [], [], root, name in REQUIRED, in_core=True)
        else:
            entry = python_json.extension(name, init, each["objects"], [*each["libraries"], *each["systems"]], root, False,
                                          bundled=each["bundled"])
        found[name] = [entry]
    lost = modules.keys() - found.keys() - {""}
    if lost:
        raise SystemExit(f"the inittab lacks {sorted(lost)}")
    return dict(sorted(found.items()))


def archive(root, library, objects):
    with tempfile.TemporaryDirectory() as folder:
        arguments = Path(folder, "arguments")
        arguments.write_text("\n".join(str(root / each) for each in objects))
        subprocess.run(["x86_64-w64-mingw32-ar", "rcs", str(root / library), f"@{arguments}"], check=True)


def main():
    root, triple = Path(sys.argv[1]).resolve(), sys.argv[2]
    modules, interpreter = (json.loads(Path(each).read_text()) for each in sys.argv[3:])
    for each in {each for module in modules.values() for each in module["objects"]}:
        if (root / each).read_bytes()[:2] != b"\x64\x86":
            raise SystemExit(f"{each} is not a COFF object for AMD64")
    core = modules[""]
    version = ".".join(interpreter["version"].split(".")[:2])
    digits = version.replace(".", "")
    library = f"install/libs/libpython{version}.a"
    inittab = "build/PC/config.o"
    all_objects = dict.fromkeys(each for module in modules.values() for each in module["objects"])
    archive(root, library, [*all_objects, inittab])
    places = {"installed_base": "install", "installed_platbase": "install", "base": "install", "platbase": "install"}
    paths = {key: path.format(**places).replace("Include", "include") for key, path in interpreter["paths"].items()}
    info = {
        "version": "8",
        "target_triple": triple,
        "optimizations": "noopt",
        "build_options": "noopt+static",
        "python_tag": f"cp{digits}",
        "python_abi_tag": "",
        "python_platform_tag": "win-amd64",
        "python_version": interpreter["version"],
        "python_major_minor_version": version,
        "python_implementation_name": interpreter["implementation_name"],
        "python_implementation_cache_tag": f"cpython-{digits}",
        "python_implementation_hex_version": interpreter["hexversion"],
        "python_implementation_version": interpreter["implementation_version"],
        "python_bytecode_magic_number": interpreter["magic"],
        "python_exe": "install/python.exe",
        "python_paths": paths,
        "python_paths_abstract": interpreter["paths"],
        "python_config_vars": {"EXT_SUFFIX": f".cp{digits}-win_amd64.pyd", "EXE": ".exe", "VERSION": digits, "EXT": ".pyd"},
        "python_stdlib_test_packages": [each for each in TEST_PACKAGES if (root / "install/Lib" / each.replace(".", "/")).is_dir()],
        "python_suffixes": {
            "source": [*interpreter["source_suffixes"], ".pyw"],
            "bytecode": interpreter["bytecode_suffixes"],
            "debug_bytecode": interpreter["bytecode_suffixes"],
            "optimized_bytecode": interpreter["bytecode_suffixes"],
            "extension": [f".cp{digits}-win_amd64.pyd", ".pyd"],
        },
        "python_symbol_visibility": "dllexport",
        "python_extension_module_loading": ["builtin"],
        "libpython_link_mode": "static",
        "crt_features": ["ucrt", "static"],
        "licenses": ["Python-2.0", "CNRI-Python"],
        "license_path": "licenses/LICENSE.cpython.txt",
        "run_tests": "build/run_tests.py",
        "build_info": {
            "object_file_format": "coff",
            "inittab_object": inittab,
            "inittab_source": "build/PC/config.c",
            "inittab_cflags": ["-DNDEBUG", "-DPy_BUILD_CORE"],
            "core": {
                "objs": [*core["objects"], inittab],
                "links": [python_json.link(each, root) for each in core["systems"]],
                "static_lib": library,
            },
            "extensions": extensions(root, modules),
        },
    }
    python_json.write(root, info)


main()
