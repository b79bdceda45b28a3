"""What CPython's Visual Studio projects (PCbuild/*.vcxproj) say of the objects of the core and of each extension module.

Windows has neither configure nor Setup files: these projects are the only place where CPython lists what it is made of there.
"""

import re
import xml.etree.ElementTree as xml
from pathlib import Path

MSBUILD = "{http://schemas.microsoft.com/developer/msbuild/2003}"
# MSBuild's names of folders, by where they are in the source; others belong to libraries that are built by themselves.
FOLDERS = {"..\\": "", "$(PySourcePath)": "", "$(mpdecimalDir)": "Modules/_decimal"}
# Conditions that hold here, besides none.
HOLDS = {"'$(Platform)' == 'x64'", "$(IncludeExternals)"}


def local(path):
    """A path of a project as one in CPython's source, or None for one that is elsewhere."""
    for name, folder in FOLDERS.items():
        if path.startswith(name):
            return "/".join(filter(None, [folder, path[len(name):].replace("\\", "/").strip("/")]))
    return None


class Project:
    def __init__(self, source, name):
        self.root = xml.parse(Path(source, "PCbuild", name + ".vcxproj")).getroot()

    def sources(self):
        """The C and C++ files, as paths in CPython's source."""
        found = [local(each.get("Include")) for each in self.root.iter(MSBUILD + "ClCompile") if each.get("Include")]
        return sorted({each for each in found if each})

    def frozen(self):
        """(module, path of its Python source) for each module that is frozen."""
        for each in self.root.iter(MSBUILD + "None"):
            name = each.find(MSBUILD + "ModName")
            if name is not None:
                yield name.text, local(each.get("Include"))

    def system_libraries(self):
        """The libraries of Windows that the project is linked with, as linkers call them."""
        words = self._words("Link", "AdditionalDependencies")
        return sorted({each[: -len(".lib")].lower() for each in words if re.fullmatch(r"\w+\.lib", each)})

    def definitions(self):
        """Preprocessor definitions of all files of the project."""
        words = self._words("ClCompile", "PreprocessorDefinitions")
        return list(dict.fromkeys(each for each in words if each and "$(" not in each and "%(" not in each))

    def _words(self, tool, setting):
        for group in self.root.iter(MSBUILD + "ItemDefinitionGroup"):
            for each in group.iterfind(f"{MSBUILD}{tool}/{MSBUILD}{setting}"):
                if each.get("Condition") is None or each.get("Condition") in HOLDS:
                    yield from map(str.strip, each.text.split(";"))
