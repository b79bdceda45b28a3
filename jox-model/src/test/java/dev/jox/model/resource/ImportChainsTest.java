package dev.jox.model.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.ModuleName;
import dev.jox.model.Target.ObjectFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportChainsTest {
    private static final Origin APPLICATION = new Origin(Origin.Kind.APPLICATION, "app", "1");
    private static final Origin STANDARD = new Origin(Origin.Kind.DISTRIBUTION, "python", "3.14.3");

    @Test
    void theWayFromTheApplicationIsNamed() {
        Classifier classifier = new Classifier(List.of(".so"), ObjectFormat.ELF);
        List<Resource> resources = new ArrayList<>(
                classifier.classify(List.of(Found.file("app.py")), APPLICATION).resources());
        resources.addAll(classifier
                .classify(
                        List.of(
                                Found.file("sqlite3/__init__.py"),
                                Found.file("sqlite3/dbapi2.py"),
                                Found.extension("_sqlite3.so", "PyInit__sqlite3"),
                                Found.extension("_bz2.so", "PyInit__bz2")),
                        STANDARD)
                .resources());
        Map<String, List<String>> imports = Map.of(
                "app.py", List.of("os", "sqlite3", "sqlite3.connect"),
                "sqlite3/__init__.py", List.of("sqlite3.dbapi2", "sqlite3.dbapi2.*"),
                "sqlite3/dbapi2.py", List.of("_sqlite3"));
        assertThat(ImportChains.to(
                        Set.of("_sqlite3.so", "_bz2.so"),
                        resources,
                        module -> imports.getOrDefault(module.path(), List.of()).stream()
                                .filter(name -> !name.endsWith("*"))
                                .toList()))
                .isEqualTo(Map.of(
                        "_sqlite3.so",
                        Stream.of("app", "sqlite3", "sqlite3.dbapi2", "_sqlite3")
                                .map(ModuleName::new)
                                .toList()));
    }

    @Test
    void linesThatBeginWithAnImportAreFound() {
        String text = """
                import os, sys as system; import json
                import a.b.c  # comment
                from . import sibling
                from ..up import (one,  # first
                    two)
                from .near import three as four
                from x \\
                    import y
                from z import *
                if True:
                    import hidden
                def f():
                    import inner
                """;
        assertThat(ImportLines.names("pkg/sub/mod.py", text))
                .containsExactlyInAnyOrder(
                        "os",
                        "sys",
                        "json",
                        "a.b.c",
                        "pkg.sub",
                        "pkg.sub.sibling",
                        "pkg.up",
                        "pkg.up.one",
                        "pkg.up.two",
                        "pkg.sub.near",
                        "pkg.sub.near.three",
                        "x",
                        "x.y",
                        "z");
    }
}
