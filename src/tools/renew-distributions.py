#!/usr/bin/env python3
"""Renews jox's two tables of distributions, jox-maven-plugin/src/main/resources/dev/jox/distribution/{artifacts,archives}.json.

artifacts.json: the Maven artifacts org.bytedeco:cpython. Each is resolved by Maven and hashed. To add a version, name it:
    renew-distributions.py --artifact 3.14.3-1.5.13
Without --artifact, those of the table are resolved and hashed again, which must change nothing.

archives.json: python-build-standalone's archives, the newest build of each patch version. URLs and hashes come from versions.json of PyPI's
pbs-installer, which pip downloads, or from the file given by --versions. The static musl archives are not in it: for those give the
SHA256SUMS of the releases wanted, each named SHA256SUMS-<date>:
    renew-distributions.py --sums SHA256SUMS-20251014
"""

import argparse
import hashlib
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from urllib.parse import quote

TABLES = Path(__file__).resolve().parents[2] / "jox-maven-plugin/src/main/resources/dev/jox/distribution"
RELEASES = "https://github.com/astral-sh/python-build-standalone/releases/download"
ARTIFACT = "org.bytedeco:cpython:jar"
CLASSIFIERS = {"linux-x86_64": "x86_64-unknown-linux-gnu", "windows-x86_64": "x86_64-pc-windows-msvc"}
OLDEST, NEWEST = (3, 11), (3, 14)

# What is taken for a target, the best first. Linux: an installation with a shared libpython describes itself. Windows: this machine may
# not be able to run it, so the archive with PYTHON.json. musl: only static executables are made, from objects that are no LLVM bitcode.
CHOICES = [
    ("x86_64-unknown-linux-gnu", "standalone_dynamic", ["install_only_stripped.tar.gz", "install_only.tar.gz"]),
    ("x86_64-pc-windows-msvc", "standalone_dynamic", ["pgo-full.tar.zst", "shared-pgo-full.tar.zst"]),
    ("x86_64-unknown-linux-musl", "standalone_static", ["noopt+static-full.tar.zst"]),
]
NAME = re.compile(r"cpython-(\d+\.\d+\.\d+)\+(\d{8})-(.*)")


def version_key(text):
    return tuple(int(part) for part in re.findall(r"\d+", text))


def write(name, entries):
    lines = ",\n".join("  " + json.dumps(entry) for entry in entries)
    (TABLES / name).write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{name}: {len(entries)} entries")


def read(name):
    file = TABLES / name
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else []


def resolve(version, classifier):
    """The sha256 of an artifact, as Maven resolves it."""
    coordinates = f"org.bytedeco:cpython:{version}:jar:{classifier}"
    plugin = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
    with tempfile.TemporaryDirectory() as folder:
        for goal in (["get", f"-Dartifact={coordinates}", "-Dtransitive=false"],
                     ["copy", f"-Dartifact={coordinates}", f"-DoutputDirectory={folder}", "-Dmdep.useBaseVersion=true"]):
            subprocess.run(["mvn", "-q", "-B", "-ntp", f"{plugin}:{goal[0]}", *goal[1:]], check=True)
        (file,) = Path(folder).iterdir()
        return hashlib.sha256(file.read_bytes()).hexdigest()


def renew_artifacts(more):
    known = [entry["artifact"].rsplit(":", 1)[1] for entry in read("artifacts.json")]
    entries = []
    for version in sorted(set(known) | set(more), key=version_key):
        for classifier, target in CLASSIFIERS.items():
            entries.append({
                "python": version.split("-")[0],
                "target": target,
                "flavor": "standalone_dynamic",
                "artifact": f"{ARTIFACT}:{classifier}:{version}",
                "sha256": resolve(version, classifier),
            })
    write("artifacts.json", entries)


def published(versions, sums):
    """(url, sha256) of everything that is offered."""
    for entry in versions:
        for file in entry["files"]:
            yield file["url"], file["filename"], file["sha256"]
    for file in sums:
        date = file.name.rsplit("-", 1)[1]
        for line in file.read_text(encoding="ascii").splitlines():
            sha256, name = line.split()
            yield f"{RELEASES}/{date}/{quote(name)}", name, sha256


def renew_archives(versions, sums):
    best = {}
    for url, filename, sha256 in published(versions, sums):
        parsed = NAME.fullmatch(filename)
        if not parsed or not OLDEST <= version_key(parsed[1])[:2] <= NEWEST or not sha256:
            continue
        for target, flavor, endings in CHOICES:
            ending = parsed[3].removeprefix(target + "-")
            if parsed[3] == ending or ending not in endings:
                continue
            rank = (int(parsed[2]), -endings.index(ending))
            key = (version_key(parsed[1]), target)
            if key not in best or best[key][0] < rank:
                best[key] = (rank, {"python": parsed[1], "target": target, "flavor": flavor, "url": url, "sha256": sha256})
    write("archives.json", [best[key][1] for key in sorted(best)])


def pbs_installer():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", "-d", folder, "pbs-installer"], check=True
        )
        (wheel,) = Path(folder).iterdir()
        return io.BytesIO(wheel.read_bytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--artifact", action="append", default=[], help="a version of org.bytedeco:cpython to add")
    parser.add_argument("--versions", type=Path, help="pbs-installer's wheel, in place of the one that pip downloads")
    parser.add_argument("--sums", type=Path, nargs="*", default=[], help="files SHA256SUMS-<date> of releases")
    parser.add_argument("--only", choices=["artifacts", "archives"])
    options = parser.parse_args()
    if options.only != "archives":
        renew_artifacts(options.artifact)
    if options.only != "artifacts":
        with zipfile.ZipFile(options.versions or pbs_installer()) as wheel:
            versions = json.loads(wheel.read("pbs_installer/versions.json"))
        renew_archives(versions, options.sums)


if __name__ == "__main__":
    main()
