package dev.jox.python;

import dev.jox.model.resource.Classifier;
import dev.jox.model.resource.ForeignModules;
import dev.jox.model.resource.FoundFile;
import dev.jox.model.resource.Resource.ExtensionModule;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which packages must be replaced: those with compiled code, for a target that loads none, whatever their names say; those whose
 * compiled code is another system's; and those with an extension module that is to be linked into the executable.
 *
 * @param builtIn whether a rule wants an extension module to be linked in
 */
record SourceNeeds(Pythons pythons, Predicate<ExtensionModule> builtIn, Classifier classifier)
        implements Packages.FromSource {

    @Override
    public Optional<String> reason(PackageContents contents) {
        if (pythons.isStatic()) {
            return contents.files().stream()
                    .filter(file -> file.image().isPresent())
                    .map(FoundFile::path)
                    .findFirst()
                    .map(path -> contents.name() + " has compiled code (" + path + "), which an executable for "
                            + pythons.target().target().triple() + " cannot load");
        }
        return classifier.classify(contents.files(), contents.origin()).resources().stream()
                .filter(ExtensionModule.class::isInstance)
                .map(ExtensionModule.class::cast)
                .filter(builtIn)
                .findFirst()
                .map(module -> "a rule of <policy> wants " + module.name() + " of "
                        + contents.origin().name() + " "
                        + contents.origin().version() + " to be built in (<extension>built-in</extension>), and "
                        + contents.name()
                        + " has it as a shared library");
    }

    @Override
    public Optional<String> foreign(PackageContents contents) {
        // a static target takes no compiled code at all
        return pythons.isStatic()
                ? Optional.empty()
                : ForeignModules.first(contents.files(), pythons.target().target())
                        .map(module -> contents.name() + " has " + module + ", which an executable for "
                                + pythons.target().target().triple() + " cannot load");
    }
}
