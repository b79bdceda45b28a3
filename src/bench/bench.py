#!/usr/bin/env python3
"""Measures what jox makes, and jox itself, and prints a table in Markdown.

Executables are compared with the same work done by the Python that they were made of, and by what PyInstaller makes of it.
Needs Python 3.9 or later, and jox in the local repository (mvn install -DskipTests).

usage: bench.py [--runs N] [--only ROW …] [--readme] [--maven MVN] [--folder FOLDER]
"""

import argparse
import dataclasses
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import report
from measure import Contestant, interleaved, seconds_of
from projects import HERE, PROJECTS, ROOT, Workshop

PEERS = ("onefile", "onedir")
# The fewest rounds of a comparison that the targets speak of; builds take seconds and are repeated less often.
RUNS = 40
BUILDS = 5
LIMITS = {"hello": 0.80, "stdlib": 0.50, "cli": 0.60, "numpy+pandas": 0.65}
PYTHON_OPTIONS = {"hello": ("-S", "-E", "-I")}


def standard_library(workshop, python):
    """The project that imports what plain Python imports: its list is made by asking that Python."""
    source = workshop.folder / "stdlib-source"
    if source.exists():
        shutil.rmtree(source)
    shutil.copytree(HERE / "stdlib", source)
    lines = subprocess.run(
        [python, ROOT / "src/it/stdlib/src/main/python/imports.py"],
        env=workshop.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    ).stdout.decode().splitlines()
    names = [line.split()[0] for line in lines if line.endswith(" fine")]
    folder = source / "src/main/python"
    listed = "".join(f'    "{name}",\n' for name in names)
    (folder / "names.py").write_text(f'"""Generated."""\n\nNAMES = (\n{listed})\n', encoding="utf-8")
    (folder / "names.txt").write_text("\n".join(names), encoding="utf-8")
    return dataclasses.replace(PROJECTS["stdlib"], source=source)


def comparison(workshop, project, python, runs):
    """Times one application in each of its forms."""
    compressed = workshop.jox(project, "-Djox.compression=deflate").stat().st_size
    executable = workshop.jox(project)
    script = workshop.script(project)
    options = PYTHON_OPTIONS.get(project.name, ())
    contestants = [
        Contestant("python", (str(python), *options, str(script), *project.arguments)),
        Contestant("jox", (str(executable), *project.arguments)),
    ]
    with ThreadPoolExecutor() as pool:  # the two take most of the time of a row
        made = pool.map(lambda kind: workshop.pyinstaller(project, python, script, kind), PEERS)
        peers = dict(zip(PEERS, made))
    contestants += [Contestant(kind, (str(peer), *project.arguments)) for kind, peer in peers.items()]
    times = interleaved(contestants, runs, workshop.environment)
    sizes = (executable.stat().st_size, compressed, peers["onefile"].stat().st_size)
    return report.Comparison(project.name, LIMITS[project.name], times, sizes)


def builds(workshop, project):
    """Times jox's own work on the hello project, with everything downloaded."""
    folder = workshop.copy(project, "build-times")
    module = folder / "src/main/python/hello.py"
    text = module.read_text(encoding="utf-8")

    def run(*goals):
        return lambda: workshop.maven_run(folder, *goals)

    def edit(turn):
        module.write_text(f"{text}\nTURN = {turn}\n", encoding="utf-8")

    run("package")()
    validate = seconds_of(run("validate"), BUILDS)
    nothing = seconds_of(run("package"), BUILDS)
    module_changed = seconds_of(run("package"), BUILDS, edit)
    first = seconds_of(run("package"), BUILDS, lambda turn: shutil.rmtree(folder / "target"))
    return [
        report.Build("`mvn package` with nothing changed, over `mvn validate`", 1.5, nothing, validate),
        report.Build("one changed application module, over `mvn validate`", 3.0, module_changed, validate),
        report.Build("first build of hello, caches warm", 8.0, first, None),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=RUNS, help="rounds of each comparison")
    parser.add_argument("--only", nargs="*", default=[*LIMITS, "builds"], help="rows to measure")
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    parser.add_argument("--maven", default=shutil.which("mvn"), help="the Maven to build with")
    parser.add_argument("--folder", type=Path, default=ROOT / "target/bench", help="where everything is built")
    options = parser.parse_args()

    workshop = Workshop(options.folder.resolve(), options.maven)
    hello = workshop.jox(PROJECTS["hello"])
    chosen = [project for name, project in PROJECTS.items() if name in options.only]
    python = workshop.python(hello, chosen)
    comparisons = []
    for project in chosen:
        if project.name == "stdlib":
            project = standard_library(workshop, python)
        comparisons.append(comparison(workshop, project, python, options.runs))
        print(report.comparisons(comparisons[-1:]), file=sys.stderr)
    table = report.text(comparisons, builds(workshop, PROJECTS["hello"]) if "builds" in options.only else [], python)
    print(table)
    if options.readme:
        report.insert(ROOT / "README.md", table)


if __name__ == "__main__":
    main()
