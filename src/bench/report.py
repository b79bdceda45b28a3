"""Prints what was measured as Markdown."""

import os
import platform
import subprocess
from dataclasses import dataclass
from typing import Optional

from measure import Timing

BEGIN = "<!-- bench.py writes from here -->"
END = "<!-- to here -->"
WORK = {
    "hello": "hello, against `python -S -E -I`",
    "stdlib": "import of the whole importable standard library",
    "cli": "the tool `tally show` (click, rich, pydantic, jinja2, PyYAML, requests)",
    "numpy+pandas": "numpy and pandas: import and first use",
}


@dataclass(frozen=True)
class Comparison:
    """One application in each of its forms: python, jox, onefile, onedir; sizes of jox's, the same compressed, and PyInstaller's one file."""

    name: str
    limit: float
    times: dict
    sizes: tuple


@dataclass(frozen=True)
class Build:
    """A build, and the one that it is compared with, where there is one."""

    what: str
    limit: float
    timing: Timing
    base: Optional[Timing]

    @property
    def seconds(self):
        return self.timing.median - (self.base.median if self.base else 0)


def mark(value, limit):
    return "" if value <= limit else " (missed)"


def comparisons(rows):
    lines = [
        "| Wall time of the whole process, plain Python = 1 | jox | at most | PyInstaller one file | one folder | plain Python |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        python = row.times["python"]
        low, ratio, high = row.times["jox"].over(python)
        cells = [WORK[row.name], f"**{ratio:.2f}** ({low:.2f}–{high:.2f})", f"{row.limit:.2f}{mark(ratio, row.limit)}"]
        cells += [f"{row.times[peer].over(python)[1]:.2f}" for peer in ("onefile", "onedir")]
        lines.append("| " + " | ".join([*cells, f"{python.median * 1000:.1f} ms"]) + " |")
    return "\n".join(lines) + "\n"


def builds(rows):
    lines = ["| Building | Seconds | at most |", "|---|---|---|"]
    lines += [f"| {row.what} | **{row.seconds:.1f}** | {row.limit:.1f}{mark(row.seconds, row.limit)} |" for row in rows]
    return "\n".join(lines) + "\n"


def sizes(rows):
    lines = [
        "| Size | jox | with `<compression>deflate` | PyInstaller one file (compressed) | ratio of compressed ones |",
        "|---|---|---|---|---|",
    ]
    for row in rows:
        sizes = " | ".join(f"{size / 1e6:.1f} MB" for size in row.sizes)
        _, mine, theirs = row.sizes
        lines.append(f"| {row.name} | {sizes} | {mine / theirs:.2f} |")
    return "\n".join(lines) + "\n"


def text(compared, built, python):
    """The whole section."""
    version = subprocess.run([python, "-V"], stdout=subprocess.PIPE, check=True).stdout.decode().strip()
    runs = len(compared[0].times["jox"].seconds) if compared else 0
    parts = [
        f"{version}, {platform.system()} {platform.release().split('-')[0]}, {os.cpu_count()} cores. Medians of {runs} interleaved runs, "
        "output to /dev/null, page cache and bytecode files warm; in brackets the quartiles of the ratio.\n"
    ]
    if compared:
        parts += [comparisons(compared), sizes(compared)]
    if built:
        parts.append(builds(built))
    return "\n".join(parts)


def insert(readme, table):
    """Replaces what stands between the two marks."""
    old = readme.read_text(encoding="utf-8")
    head, found, rest = old.partition(BEGIN)
    _, ended, tail = rest.partition(END)
    if not (found and ended):
        raise SystemExit(f"{readme} has no lines {BEGIN} and {END}")
    readme.write_text(f"{head}{BEGIN}\n\n{table}\n{END}{tail}", encoding="utf-8")
