package dev.jox.model.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LicenseMetadataTest {
    @Test
    void anExpressionIsTakenAsItIs() {
        LicenseMetadata said = LicenseMetadata.parse("""
                Metadata-Version: 2.4
                Name: cryptography
                License-Expression: Apache-2.0 OR BSD-3-Clause
                License-File: LICENSE
                License-File: LICENSE.APACHE

                License-Expression: MIT
                """);
        assertThat(said.expression()).contains("Apache-2.0 OR BSD-3-Clause");
        assertThat(said.names()).isEmpty();
        assertThat(said.files()).containsExactly("LICENSE", "LICENSE.APACHE");
    }

    @Test
    void classifiersSayMoreThanTheField() {
        assertThat(LicenseMetadata.parse("""
                        License: see the file
                        Classifier: License :: OSI Approved
                        Classifier: License :: OSI Approved :: MIT License
                        Classifier: Programming Language :: Python
                        """).names()).containsExactly("MIT License");
    }

    @Test
    void aWholeTextIsNoName() {
        assertThat(LicenseMetadata.parse("License: " + "Permission is hereby granted ".repeat(9))
                        .names())
                .isEmpty();
        assertThat(LicenseMetadata.parse("License: UNKNOWN").names()).isEmpty();
        assertThat(LicenseMetadata.parse("License: BSD").names()).containsExactly("BSD");
    }
}
