package dev.jox.model.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jox.model.Choices;
import dev.jox.model.resource.Resource;

/** The kinds of {@link Resource} as rules name them. */
public enum ResourceType {
    MODULE_SOURCE("module-source"),
    MODULE_BYTECODE("module-bytecode"),
    EXTENSION_MODULE("extension-module"),
    SHARED_LIBRARY("shared-library"),
    PACKAGE_RESOURCE("package-resource"),
    DISTRIBUTION_RESOURCE("distribution-resource"),
    FILE("file");

    private final String text;

    ResourceType(String text) {
        this.text = text;
    }

    /**
     * Parses the form that poms use.
     *
     * @throws IllegalArgumentException naming the values that exist
     */
    @JsonCreator
    public static ResourceType parse(String text) {
        return Choices.parse("resource type", values(), ResourceType::text, text);
    }

    static ResourceType of(Resource resource) {
        if (resource instanceof Resource.ModuleSource) {
            return MODULE_SOURCE;
        } else if (resource instanceof Resource.ModuleBytecode) {
            return MODULE_BYTECODE;
        } else if (resource instanceof Resource.ExtensionModule) {
            return EXTENSION_MODULE;
        } else if (resource instanceof Resource.SharedLibrary) {
            return SHARED_LIBRARY;
        } else if (resource instanceof Resource.PackageResource) {
            return PACKAGE_RESOURCE;
        } else if (resource instanceof Resource.DistributionResource) {
            return DISTRIBUTION_RESOURCE;
        }
        return FILE;
    }

    @JsonValue
    public String text() {
        return text;
    }
}
