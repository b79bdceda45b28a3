package dev.jox.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the table "Who may use whom" of CONTRIBUTING.md, for both modules. */
class ArchitectureTest {
    private static JavaClasses classes;
    private static PackageTable table;

    @BeforeAll
    static void read() throws IOException {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.jox");
        table = PackageTable.read(Path.of(System.getProperty("basedir", "."), "../CONTRIBUTING.md"));
    }

    @Test
    void tableNamesOnlyItsOwnRows() {
        assertThat(table.rows())
                .containsKeys("dev.jox.model", "dev.jox.model.policy", "dev.jox.fetch", "dev.jox.maven");
        assertThat(table.unknownNames()).isEmpty();
    }

    @Test
    void everyPackageHasARow() {
        SortedSet<String> without = new TreeSet<>();
        for (JavaClass type : classes) {
            if (table.rowOf(type.getPackageName()).isEmpty()) {
                without.add(type.getPackageName());
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void packagesUseOnlyWhatTheirRowAllows() {
        SortedSet<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            String from = table.rowOf(type.getPackageName()).orElse("");
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getPackageName();
                table.rowOf(target)
                        .filter(to -> !table.allows(from, to))
                        .ifPresent(to -> violations.add(from + " uses " + to + ": " + dependency.getDescription()));
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void noPackagesNeedEachOther() {
        slices().matching("dev.jox.(**)").should().beFreeOfCycles().check(classes);
    }
}
