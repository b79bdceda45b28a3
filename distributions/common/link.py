"""Links a python from what PYTHON.json lists, as a packer would: objects of the core, objects and libraries of the wanted extensions, an
inittab of just these, and a main program.

usage: link.py ROOT COMPILER OUTPUT [--only NAME...|--without NAME...]    (ROOT is python/ of an unpacked archive)
Extensions that the interpreter requires are always there.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

# For each format of objects: a main program, and options of the link. Windows has names without case, and arguments of wide characters;
# threads of Linux and of Windows get the stack that the executable names.
MAIN = {
    "elf": "#include <Python.h>\nint main(int argc, char **argv) { return Py_BytesMain(argc, argv); }\n",
    "coff": "#include <Python.h>\nint wmain(int argc, wchar_t **argv) { return Py_Main(argc, argv); }\n",
}
OPTIONS = {"elf": ["-static", "-s"], "coff": ["-municode", "-static", "-s"]}


def inittab(chosen):
    """C source of the table of built-in modules."""
    functions = sorted({entry["init_fn"] for entry in chosen.values()} - {"NULL"})
    lines = ["#include <Python.h>"]
    lines += [f"extern PyObject *{each}(void);" for each in functions]
    lines += ["struct _inittab _PyImport_Inittab[] = {"]
    lines += [f'    {{"{name}", {entry["init_fn"]}}},' for name, entry in chosen.items()]
    return "\n".join(lines + ["    {0, 0}", "};", ""])


def choose(extensions, only, without):
    """{name: description} of what is to be linked."""
    unknown = set(only or ()) | set(without or ())
    unknown -= extensions.keys()
    if unknown:
        raise SystemExit(f"the distribution has no extension {sorted(unknown)}")
    first = {name: variants[0] for name, variants in extensions.items()}
    return {
        name: entry
        for name, entry in first.items()
        if entry["required"] or (name in only if only is not None else name not in (without or ()))
    }


def link(root, compiler, output, only=None, without=None):
    info = json.loads((root / "PYTHON.json").read_text())
    build, core = info["build_info"], info["build_info"]["core"]
    chosen = choose(build["extensions"], only, without)
    objects = [each for each in core["objs"] if each != build["inittab_object"]]
    links = list(core["links"])
    for entry in chosen.values():
        objects += entry["objs"]
        links += entry["links"]
    # Archives may need each other, and libssl stands before libcrypto only by luck of the order.
    archives = dict.fromkeys(str(root / each["path_static"]) for each in links if "path_static" in each)
    systems = dict.fromkeys("-l" + each["name"] for each in links if each.get("system"))
    stack = [each for each in info["python_config_vars"].get("LDFLAGS_NODIST", "").split() if "stack" in each]
    kind = build["object_file_format"]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "inittab.c").write_text(inittab(chosen))
        (work / "main.c").write_text(MAIN[kind])
        include = root / info["python_paths"]["include"]
        words = [*build["inittab_cflags"], f"-I{include}", "-O2", *OPTIONS[kind], *stack]
        words += [str(work / "inittab.c"), str(work / "main.c")]
        words += [str(root / each) for each in dict.fromkeys(objects)]
        words += ["-Wl,--start-group", *archives, "-Wl,--end-group", *systems, "-o", str(output)]
        (work / "arguments").write_text("\n".join(words) + "\n")
        subprocess.run([compiler, f"@{work / 'arguments'}"], check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=Path)
    parser.add_argument("compiler")
    parser.add_argument("output", type=Path)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--only", nargs="*")
    choice.add_argument("--without", nargs="*")
    arguments = parser.parse_args()
    link(arguments.root.resolve(), arguments.compiler, arguments.output.resolve(), arguments.only, arguments.without)


main()
