"""Runs pip in this process: ``run_pip.py settings.json download …``.

The settings say what pip is to believe, and what the builds that it starts are to see:

``markers``
    values for the marker environment (PEP 508), in place of this interpreter's
``platforms``
    the platform tags of wheels that will do; null for this interpreter's. With an empty
    list only wheels without compiled code do
``backend``
    environment variables for build backends
``buildConstraints``
    a file with the versions of build requirements that will do

pip is imported here rather than started as a module, because markers and tags hold for
resolution only: what pip starts to install build requirements is a process of its own,
which resolves for this machine. Build backends are processes, too; they alone get their
variables, so that a compiler for the target never builds a build requirement.

pip goes on as if an index that cannot be read had no packages, and tells why only with
``-v``; of wheels that do not fit it says nothing. Here such a line is printed, as
``jox-unreadable <url> <reason>`` and ``jox-unfit <file name>``.
"""

import functools
import json
import os
import runpy
import sys


def replace_markers(values):
    from pip._vendor.packaging import markers

    original = markers.default_environment
    markers.default_environment = lambda: {**original(), **values}


def replace_tags(platforms):
    from pip._internal.utils import compatibility_tags

    original = compatibility_tags.get_supported

    def get_supported(version=None, *args, **kwargs):
        if platforms:
            return original(version or "%d%d" % sys.version_info[:2], platforms, "cp")
        interpreter = "cp%d%d" % sys.version_info[:2]
        return list(compatibility_tags.compatible_tags(sys.version_info[:2], interpreter, []))

    compatibility_tags.get_supported = get_supported


def give_to_backends(variables):
    from pip._internal.utils import subprocess

    original = subprocess.runner_with_spinner_message

    def runner_with_spinner_message(message):
        run = original(message)

        def runner(cmd, cwd=None, extra_environ=None):
            run(cmd, cwd, {**(extra_environ or {}), **variables})

        return runner

    subprocess.runner_with_spinner_message = runner_with_spinner_message


def constrain_builds(file):
    """Arguments for pip, where it has any for this; before 25.3 the pips that it starts get a variable."""
    from pip._internal.cli import cmdoptions

    if hasattr(cmdoptions, "build_constraints"):
        return ["--build-constraint=" + file]

    from pip._internal import build_env

    original = build_env.call_subprocess

    def call_subprocess(*args, extra_environ=None, **kwargs):
        files = [*os.environ.get("PIP_CONSTRAINT", "").split(), file]
        return original(*args, extra_environ={**(extra_environ or {}), "PIP_CONSTRAINT": " ".join(files)}, **kwargs)

    build_env.call_subprocess = call_subprocess
    return []


def keep_folders():
    """``pip download`` leaves folders out: a local project is kept as an archive, as one from version control is."""
    from pip._internal.operations import prepare

    original = prepare.RequirementPreparer.save_linked_requirement

    def save_linked_requirement(self, req):
        if req.link is not None and req.link.is_existing_dir() and not req.editable:
            req.archive(self.download_dir)
        else:
            original(self, req)

    prepare.RequirementPreparer.save_linked_requirement = save_linked_requirement


def report_unreadable_pages():
    try:
        from pip._internal.index import collector

        original = collector._handle_get_simple_fail
    except (ImportError, AttributeError):
        return  # another pip: the message is then less exact, nothing else changes

    @functools.wraps(original)
    def report(link, reason, *args, **kwargs):
        url = getattr(link, "redacted_url", None) or str(link)
        print("jox-unreadable", url, str(reason).replace("\n", " "), flush=True)
        return original(link, reason, *args, **kwargs)

    collector._handle_get_simple_fail = report


def report_unfit_wheels():
    from pip._internal.index import package_finder

    original = package_finder.LinkEvaluator.evaluate_link

    def evaluate_link(self, link):
        result = original(self, link)
        if getattr(result[0], "name", "") == "platform_mismatch" and link.filename.endswith(".whl"):
            print("jox-unfit", link.filename, flush=True)
        return result

    package_finder.LinkEvaluator.evaluate_link = evaluate_link


def main(settings_file, arguments):
    with open(settings_file, encoding="utf-8") as file:
        settings = json.load(file)
    replace_markers(settings["markers"])
    # before anything imports these functions by name
    if settings["platforms"] is not None:
        replace_tags(settings["platforms"])
    give_to_backends(settings["backend"])
    keep_folders()
    report_unreadable_pages()
    if settings["platforms"] is not None:
        report_unfit_wheels()
    sys.argv = ["pip", *arguments, *constrain_builds(settings["buildConstraints"])]
    runpy.run_module("pip", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
