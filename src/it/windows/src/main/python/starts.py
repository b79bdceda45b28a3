"""Starts Python as programs do that know it by sys.executable."""

import subprocess
import sys


def run(*arguments, text=""):
    line = [sys.executable, "-X", "utf8", *arguments]
    print(subprocess.run(line, input=text, capture_output=True, check=True, encoding="utf-8").stdout.split("\n")[0])


run("-c", "import sys; print(sys.argv)", "ä")
run("-c", "import sys; print(sys.stdin.read().split(','))", text="[]")
