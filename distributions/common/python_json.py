"""PYTHON.json, as python-build-standalone writes it (docs/distributions.rst there, version 8), for distributions built here.

Where published archives differ from that text, this follows the archives: inittab_* are members of build_info, not of its core;
core.objs holds the object of the inittab too; init_fn is the string "NULL" for modules that need no initialization.
"""

import json
from pathlib import Path

# Libraries by the names that linkers know: SPDX identifiers, file with the text. None: in the public domain, as liblzma 5.4 and
# SQLite are.
LICENSES = {
    "z": (["Zlib"], "LICENSE.zlib.txt"),
    "bz2": (["bzip2-1.0.6"], "LICENSE.bzip2.txt"),
    "lzma": (None, "LICENSE.liblzma.txt"),
    "ffi": (["MIT"], "LICENSE.libffi.txt"),
    "sqlite3": (None, "LICENSE.sqlite.txt"),
    "ssl": (["Apache-2.0"], "LICENSE.openssl-3.txt"),
    "crypto": (["Apache-2.0"], "LICENSE.openssl-3.txt"),
    "mpdec": (["BSD-2-Clause"], "LICENSE.mpdecimal.txt"),
    "expat": (["MIT"], "LICENSE.expat.txt"),
    "hacl": (["MIT"], "LICENSE.hacl.txt"),
}


def link(name, root):
    """How library NAME is linked: the archive in build/lib where there is one, else the system's."""
    path = f"build/lib/lib{name}.a"
    return {"name": name, "path_static": path} if (Path(root) / path).is_file() else {"name": name, "system": True}


def extension(name, init, objects, libraries, root, required, in_core=False, bundled=()):
    """An entry of build_info.extensions. BUNDLED are libraries whose objects are among OBJECTS."""
    entry = {
        "in_core": in_core,
        "init_fn": init,
        "links": [link(each, root) for each in libraries],
        "objs": objects,
        "required": required,
        "variant": "default",
    }
    known = [LICENSES[each] for each in [*libraries, *bundled] if each in LICENSES]
    strange = [each["name"] for each in entry["links"] if "path_static" in each and each["name"] not in LICENSES]
    if strange:
        raise SystemExit(f"extension {name}: the licences of {strange} are not known")
    if known:
        entry["licenses"] = sorted({spdx for ids, _ in known for spdx in ids or ()})
        entry["license_paths"] = sorted({f"licenses/{text}" for _, text in known})
        entry["license_public_domain"] = all(ids is None for ids, _ in known)
    return entry


def write(root, info):
    """Writes PYTHON.json after a look at what it names: every path must be there."""
    root = Path(root)
    core = info["build_info"]["core"]
    entries = [entry for variants in info["build_info"]["extensions"].values() for entry in variants]
    paths = [info["python_exe"], info["license_path"], info["run_tests"], core["static_lib"], *info["python_paths"].values()]
    paths += [info["build_info"][key] for key in ("inittab_object", "inittab_source")]
    for part in [core, *entries]:
        paths += part["objs"] + part.get("license_paths", [])
        paths += [each["path_static"] for each in part["links"] if "path_static" in each]
    missing = sorted({path for path in paths if not (root / path).exists()})
    if missing:
        raise SystemExit(f"PYTHON.json would name what is not there: {missing}")
    (root / "PYTHON.json").write_text(json.dumps(info, indent=1, sort_keys=True) + "\n")
