"""What CPython for Windows is made of: its projects, and what they cannot say of libraries and flags where Visual C++ is not the compiler."""

from pathlib import Path

from projects import Project

# Extension modules that are projects of their own: libraries from DEPS, flags.
EXTENSIONS = {
    "_asyncio": ([], []),
    "_bz2": (["bz2"], []),
    # There is no library with the identifiers of interfaces, here and for _wmi.
    "_ctypes": (["ffi"], ["-DINITGUID"]),
    # On AMD64 without MASM. libmpdec has an io.h, hence not before the system's headers.
    "_decimal": ([], ["-UMASM", "-DASM", "-idirafter", "Modules/_decimal/libmpdec"]),
    "_elementtree": ([], ["-IModules/expat"]),
    "_hashlib": (["crypto"], []),
    "_lzma": (["lzma"], []),
    "_multiprocessing": ([], []),
    "_overlapped": ([], []),
    "_queue": ([], []),
    "_socket": ([], []),
    "_sqlite3": (["sqlite3"], ["-UPY_SQLITE_ENABLE_LOAD_EXTENSION"]),
    "_ssl": (["ssl", "crypto"], []),
    "_uuid": ([], []),
    "_wmi": ([], ["-std=c++20", "-fno-exceptions", "-fno-rtti", "-DINITGUID"]),
    "_zoneinfo": ([], []),
    "pyexpat": ([], ["-IModules/expat"]),
    "select": ([], []),
    "unicodedata": ([], []),
    "winsound": ([], []),
}
# Part of the core there, of no use without its library. zlib.h brings unistd.h, whose part for threads says that they are POSIX's.
ZLIB = {"zlib": (["z"], ["Modules/zlibmodule.c"], ["-DWIN_PTHREADS_UNISTD_H"])}
# Sources that CPython carries, by their folder: the library's name for its licence.
BUNDLED = {"Modules/_decimal/libmpdec/": "mpdec", "Modules/expat/": "expat"}
# What the toolchain calls the libraries, or how they are had without one.
RENAMED = {"pathcch": "api-ms-win-core-path-l1-1-0", "wbemuuid": "oleaut32"}
# Libraries that Visual C++ links without being told, as far as a module uses them.
IMPLIED = {"": ["advapi32", "ole32", "shell32", "user32"], "_ctypes": ["ole32", "oleaut32", "user32"], "_wmi": ["ole32"],
           "_overlapped": ["ole32"], "_hashlib": ["crypt32"], "_ssl": ["user32", "advapi32"], "_socket": []}


def module(project, name):
    libraries, flags = EXTENSIONS[name]
    definitions = ["-D" + each for each in project.definitions()]
    systems = [RENAMED.get(each, each) for each in project.system_libraries()]
    sources = project.sources()
    bundled = sorted({library for folder, library in BUNDLED.items() if any(each.startswith(folder) for each in sources)})
    return {"sources": sources, "flags": definitions + flags, "libraries": libraries, "bundled": bundled,
            "systems": sorted({*systems, *IMPLIED.get(name, [])})}


def plan(source):
    """{module or "" for the core: its description}."""
    core = Project(source, "pythoncore")
    modules = {name: module(Project(source, name), name) for name in EXTENSIONS}
    for name, (libraries, sources, flags) in ZLIB.items():
        modules[name] = {"sources": sources, "flags": flags, "libraries": libraries, "bundled": [], "systems": []}
    elsewhere = {"PC/config.c", *(each for _, sources, _ in ZLIB.values() for each in sources)}
    systems = {RENAMED.get(each, each) for each in core.system_libraries()}
    modules[""] = {
        "sources": [each for each in core.sources() if each not in elsewhere],
        "flags": [],
        "libraries": [], "bundled": ["hacl"], "systems": sorted({*systems, *IMPLIED[""]}),
    }
    return modules


def inittab(source, modules):
    """PC/config.c with the extension modules put in at its two markers."""
    text = Path(source, "PC/config.c").read_text()
    extra = [name for name in modules if name and name not in ZLIB]
    for number, line in (1, "extern PyObject* PyInit_{0}(void);"), (2, '    {{"{0}", PyInit_{0}}},'):
        marker = f"/* -- ADDMODULE MARKER {number} -- */"
        if text.count(marker) != 1:
            raise SystemExit(f"PC/config.c has no single {marker}")
        text = text.replace(marker, "\n".join(map(line.format, extra)))
    return text
