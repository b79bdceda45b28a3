"""Checks that somebody has looked at each condition on Visual C++ in the sources of CPython for Windows.

CPython asks for the compiler (_MSC_VER) in many places where it means the system or the C runtime. Compiled by another compiler, such a
place compiles nonetheless, and fails when it runs: one made every socket with a timeout fail. So the list names all that are left after
the patches, with the reason why each is right as it is; a condition that is not in it ends the build, as does one that is gone.

usage: gates.py SOURCE LIST    (LIST: lines "path: condition | reason")
"""

import re
import sys
from pathlib import Path

from modules import EXTENSIONS
from projects import Project

# Libraries that CPython carries: written for many compilers, and tested with them by their authors.
CARRIED = ("Include/internal/mimalloc/", "Modules/_blake2/impl/", "Modules/_decimal/libmpdec/", "Modules/_hacl/", "Modules/expat/",
           "Objects/mimalloc/")
HEADERS = ("Include", "Modules", "Objects", "PC", "Parser", "Python")
# Headers of what is not built here.
OTHERS = ("Modules/_testcapi/", "Modules/_testinternalcapi/", "Modules/clinic/_testclinic", "PC/layout/")
GATE = re.compile(r"^[ \t]*#[ \t]*(?:if|ifdef|ifndef|elif)\b(?:.*\\\n)*.*$", re.M)


def files(source):
    compiled = {each for name in ("pythoncore", "python", *EXTENSIONS) for each in Project(source, name).sources()}
    headers = {str(each.relative_to(source)) for top in HEADERS for each in (source / top).rglob("*.h")}
    return sorted(each for each in compiled | headers | {"PC/pyconfig.h.in"} if not each.startswith(CARRIED + OTHERS))


def gates(source):
    """Lines "path: condition" for all conditions on Visual C++."""
    for path in files(source):
        text = (source / path).read_text(encoding="utf-8", errors="replace")
        for found in GATE.finditer(text):
            condition = " ".join(re.sub(r"/\*.*?\*/|//.*", "", found[0].replace("\\\n", " ")).replace("#", "# ", 1).split())
            if re.search(r"_MSC_(VER|FULL_VER|EXTENSIONS)|_MSVC_LANG", condition):
                yield f"{path}: {condition}"


def main():
    source, listed = Path(sys.argv[1]), Path(sys.argv[2])
    lines = [each for each in listed.read_text().splitlines() if each and not each.startswith("#")]
    seen = {gate.strip(): reason.strip() for gate, _, reason in (each.partition(" | ") for each in lines)}
    found = set(gates(source))
    new, gone = sorted(found - seen.keys()), sorted(seen.keys() - found)
    bare = sorted(gate for gate, reason in seen.items() if not reason)
    for title, them in ("not judged", new), ("not in the source", gone), ("without a reason", bare):
        for each in them:
            print(f"{title}: {each}")
    if new or gone or bare:
        raise SystemExit(f"{listed.name} and the conditions on Visual C++ differ: judge each, patch it or list it with its reason")
    print(f"{len(found)} conditions on Visual C++ are as listed")


main()
