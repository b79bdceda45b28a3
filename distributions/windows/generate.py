"""Writes build.ninja, which compiles CPython for Windows into objects, an inittab of all of its extension modules, and modules.json, which
says what belongs to which module. To be used as: ninja -C SOURCE -f OUT/build.ninja

usage: generate.py SOURCE DEPS OUT    (SOURCE: patched; DEPS: include/ and lib/ of the libraries)
OUT has include/pyconfig.h already, and gets build.ninja, PC/config.c, modules.json; ninja makes objects in
OUT/build, and OUT/python.exe of them.
"""

import json
import re
import sys
from pathlib import Path

import modules as parts

FLAGS = ["-O2", "-fwrapv", "-fno-strict-aliasing", "-fms-extensions", "-ffunction-sections", "-fdata-sections", "-w", "-Wno-incompatible-pointer-types",
         "-IInclude", "-IInclude/internal", "-IInclude/internal/mimalloc", "-IPC", "-IPython", "-I.",
         "-DWIN32", "-DNDEBUG", "-D_CRT_SECURE_NO_WARNINGS", "-DPy_BUILD_CORE", "-DPy_BUILD_CORE_BUILTIN"]
HACL = ["-IModules/_hacl/include", "-IModules/_hacl/internal", "-D_BSD_SOURCE", "-D_DEFAULT_SOURCE"]
VPATH = "-DVPATH=\"..\\\\..\""
# Definitions that the core's project has for single files.
SINGLE = {
    "Modules/getpath.c": ["-DPREFIX=NULL", "-DEXEC_PREFIX=NULL", "-DVERSION=NULL", VPATH, "-DPYDEBUGEXT=\"\"", "-DPLATLIBDIR=\"DLLs\""],
    # There is no python3.dll to be looked for.
    "Python/dynload_win.c": ["-UPy_ENABLE_SHARED", "-DPy_NO_ENABLE_SHARED"],
    "Python/sysmodule.c": [VPATH],
}


def quoted(flag):
    """A word for the shell that ninja starts."""
    return ("'" + flag + "'" if re.search(r"[^\w./=:+,-]", flag) else flag).replace("$", "$$")


def main():
    source, deps, out = (Path(each).resolve() for each in sys.argv[1:])
    version = re.search(r'PY_VERSION\s+"(\d+\.\d+)', (source / "Include/patchlevel.h").read_text())[1]
    modules = parts.plan(source)
    (out / "PC").mkdir(parents=True, exist_ok=True)
    (out / "PC/config.c").write_text(parts.inittab(source, modules))
    lines = ["ninja_required_version = 1.5", f"builddir = {out}", "rule cc",
             f"  command = $compiler -MMD -MF $out.d -c $source -o $out $flags",
             "  depfile = $out.d", "  deps = gcc", "  description = $source",
             "rule link", "  command = x86_64-w64-mingw32-cc -municode -static -s -o $out @$out.rsp",
             "  rspfile = $out.rsp", "  rspfile_content = $in $libraries", "  description = $out"]

    compiled = set()

    def compile(path, flags, name=None):
        target = f"build/{name or path}"[: -len(Path(path).suffix)] + ".o"
        if target in compiled:
            return target
        compiled.add(target)
        compiler = "x86_64-w64-mingw32-" + ("c++" if path.endswith(".cpp") else "cc")
        words = [f"-I{out}/include", f"-I{out}", *FLAGS, *flags, f"-I{deps}/include"]
        lines.extend([f"build {out / target}: cc {source / path}", f"  compiler = {compiler}", f"  source = {path}",
                      "  flags = " + " ".join(map(quoted, words))])
        return target

    for name, each in modules.items():
        # The core is compiled as for a DLL, so that its API is exported by whatever it is linked into: ctypes.pythonapi finds it there.
        kind = ["-DPy_ENABLE_SHARED", f"-DMS_DLL_ID=\"{version}\""] if name == "" else ["-DPy_NO_ENABLE_SHARED"]
        each["objects"] = []
        for path in each["sources"]:
            flags = [*kind, *each["flags"], *SINGLE.get(path, [])]
            if "_hacl" in path or re.search(r"Modules/(md5|sha[123])module", path):
                flags += HACL
            each["objects"].append(compile(path, flags))
        del each["flags"]
    compile(str(out / "PC/config.c"), ["-DPy_NO_ENABLE_SHARED", "-D_Py_HAVE_ZLIB"], "PC/config.c")
    compile("Programs/python.c", ["-DPy_NO_ENABLE_SHARED", "-municode"])
    libraries = [str(deps / f"lib/lib{library}.a") for each in modules.values() for library in each["libraries"]]
    libraries += ["-l" + library for each in modules.values() for library in each["systems"]]
    lines.extend([f"build {out}/python.exe: link " + " ".join(str(out / each) for each in sorted(compiled)),
                  "  libraries = " + " ".join(dict.fromkeys(libraries))])
    (out / "build.ninja").write_text("\n".join(lines) + "\n")
    (out / "modules.json").write_text(json.dumps(modules, indent=1, sort_keys=True) + "\n")


main()
