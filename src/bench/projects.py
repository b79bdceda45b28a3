"""What is measured: projects of src/it, built by jox, by PyInstaller, and installed into a copy of the same Python."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass(frozen=True)
class Project:
    """A project whose application is built in each way.

    source: its folder; executable: what the pom calls it; start: Python source that does what the executable does, or the
    name of the module that does;
    requirements: what pip installs for it; arguments: of each run.
    """

    name: str
    source: Path
    executable: str
    start: str
    requirements: tuple = ()
    arguments: tuple = ()


PROJECTS = {
    project.name: project
    for project in (
        Project("hello", ROOT / "src/it/hello", "hello", "hello.py"),
        Project("stdlib", HERE / "stdlib", "everything", "import everything"),
        Project(
            "cli",
            ROOT / "src/it/cli",
            "tally",
            "import sys\nfrom tally.cli import main\nsys.exit(main())",
            ("-r", str(ROOT / "src/it/cli/requirements.txt")),
            ("show", "example"),
        ),
        Project("numpy+pandas", ROOT / "src/it/numpy-pandas", "sums", "import sums", ("numpy==2.5.5", "pandas==3.1.1")),
    )
}


class Workshop:
    """A folder in which everything is built, and the Maven and the version of jox that build it."""

    def __init__(self, folder, maven):
        self.folder = folder
        self.maven = maven
        self.version = self._version()
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(folder / "home"),
            "LC_ALL": "C.UTF-8",
        }
        (folder / "home").mkdir(parents=True, exist_ok=True)

    @staticmethod
    def _version():
        """The version that the parent pom has."""
        pom = (ROOT / "pom.xml").read_text(encoding="utf-8")
        return pom.partition("<artifactId>jox-parent</artifactId>")[2].partition("<version>")[2].partition("<")[0]

    def copy(self, project, name=None):
        """A copy of a project that ordinary Maven can build."""
        copy = self.folder / "jox" / (name or project.name)
        if copy.exists():
            shutil.rmtree(copy)
        shutil.copytree(project.source, copy, ignore=shutil.ignore_patterns("target", "__pycache__"))
        pom = copy / "pom.xml"
        pom.write_text(pom.read_text(encoding="utf-8").replace("@project.version@", self.version), encoding="utf-8")
        return copy

    def maven_run(self, folder, *goals):
        """Runs Maven; raises SystemExit with its log where it fails."""
        done = subprocess.run(
            [self.maven, "-B", "-ntp", *goals], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        if done.returncode != 0:
            raise SystemExit(f"mvn {' '.join(goals)} in {folder}:\n{done.stdout.decode()}")

    def jox(self, project, *options):
        """The executable that jox makes, with further options of Maven."""
        folder = self.copy(project)
        self.maven_run(folder, "package", *options)
        return folder / "target" / project.executable

    def distribution(self, built):
        """The root of the Python that jox made an executable of, and its interpreter."""
        description = json.loads(next((built.parent / "jox").rglob("distribution.json")).read_text(encoding="utf-8"))
        value = description.get("value", description)
        return Path(value["root"]), Path(value["interpreter"])

    def python(self, built, projects):
        """A copy of that Python with the packages of the projects installed and everything compiled."""
        root, interpreter = self.distribution(built)
        copy = self.folder / "python"
        if copy.exists():
            shutil.rmtree(copy)
        shutil.copytree(root, copy, symlinks=True)
        python = copy / interpreter.relative_to(root)
        environment = {**os.environ, **self.environment, "PATH": os.environ["PATH"]}
        pip = [python, "-I", "-m", "pip", "install", "--quiet", "--no-warn-script-location"]
        for project in projects:
            if project.requirements:
                subprocess.run([*pip, *project.requirements], env=environment, check=True)
        subprocess.run([*pip, "pyinstaller"], env=environment, check=True)
        compile_all = [python, "-I", "-m", "compileall", "-qq", "-j", "0", "-x", "/test/"]  # some tests cannot be compiled
        subprocess.run([*compile_all, python.parent.parent / "lib"], env=environment, check=False)
        return python

    def script(self, project):
        """A file that starts the project's application, beside its modules; they are compiled by the first run."""
        folder = self.folder / "plain" / project.name
        if folder.exists():
            shutil.rmtree(folder)
        shutil.copytree(self.folder / "jox" / project.name / "src/main/python", folder)
        if project.start.endswith(".py"):
            return folder / project.start  # python -I does not look for modules beside the script
        script = folder / f"start_{project.executable}.py"
        script.write_text(project.start + "\n", encoding="utf-8")
        return script

    def pyinstaller(self, project, python, script, kind):
        """What PyInstaller makes: kind is onefile or onedir."""
        place = self.folder / "pyinstaller" / f"{project.name}-{kind}"
        data = [
            f"--add-data={path}:{path.parent.relative_to(script.parent)}"
            for path in script.parent.rglob("*")
            if path.suffix in (".txt", ".yaml")
        ]
        hidden = [f"--hidden-import={name}" for name in hidden_imports(project, script)]
        subprocess.run(
            [python, "-I", "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR", f"--{kind}", *data, *hidden]
            + ["--name", project.executable, "--paths", script.parent, "--distpath", place, "--workpath", place / "work"]
            + ["--specpath", place, script],
            env={**os.environ, **self.environment, "PATH": f"{python.parent}:/usr/bin:/bin:/usr/sbin:/sbin"},
            check=True,
        )
        made = place / project.executable
        return made if kind == "onefile" else made / project.executable


def hidden_imports(project, script):
    """Modules that PyInstaller cannot see because they are imported by name."""
    if project.name != "stdlib":
        return []
    return (script.parent / "names.txt").read_text(encoding="utf-8").split()
