package dev.jox.model.wheel;

import java.util.List;
import java.util.Optional;

/**
 * What METADATA says of a project's licence (PyPA specification "Core metadata").
 *
 * @param expression in SPDX's form, of projects that say it so ({@code License-Expression}, metadata 2.4)
 * @param names what others say: the ends of their licence classifiers, else the field {@code License} where that is a name
 * @param files paths of the texts, in the folder {@code licenses} of the {@code .dist-info} folder, or in that itself
 */
public record LicenseMetadata(Optional<String> expression, List<String> names, List<String> files) {
    private static final String CLASSIFIER = "License :: ";
    /** Some projects write the whole text into the field. */
    private static final int LONGEST_NAME = 80;

    public LicenseMetadata {
        names = List.copyOf(names);
        files = List.copyOf(files);
    }

    /** Parses the file's text. */
    public static LicenseMetadata parse(String text) {
        Headers headers = Headers.of(text);
        List<String> classifiers = headers.all("Classifier").stream()
                .filter(classifier -> classifier.startsWith(CLASSIFIER))
                .map(classifier ->
                        classifier.substring(classifier.lastIndexOf("::") + 2).strip())
                .filter(name -> !name.equals("OSI Approved"))
                .toList();
        List<String> field = headers.all("License").stream()
                .filter(name -> !name.isEmpty() && !name.equals("UNKNOWN") && name.length() <= LONGEST_NAME)
                .toList();
        return new LicenseMetadata(
                headers.all("License-Expression").stream().findFirst(),
                classifiers.isEmpty() ? field : classifiers,
                headers.all("License-File"));
    }
}
