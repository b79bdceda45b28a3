package dev.jox.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jox.model.ModuleName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionTableTest {
    private final ExtensionTable table = new ExtensionTable();

    private ExtensionTable.Knowledge of(String module, String... needed) {
        return table.of(new ModuleName(module), List.of(needed));
    }

    @Test
    void librariesComeFromWhatTheFileNeeds() {
        ExtensionTable.Knowledge readline = of("readline", "libreadline.so.8", "libtinfo.so.6", "libc.so.6");

        assertThat(readline.links()).containsExactly("readline", "tinfo");
        assertThat(readline.licenses()).containsExactly("GPL-3.0-or-later", "X11");
        assertThat(readline.copyleft()).isTrue();
    }

    @Test
    void librariesThatAreInsideTheFileComeFromTheTable() {
        ExtensionTable.Knowledge ssl = of("_ssl", "libpthread.so.0", "libc.so.6", "ld-linux-x86-64.so.2");

        assertThat(ssl.links()).containsExactly("ssl", "crypto");
        assertThat(ssl.licenses()).containsExactly("Apache-2.0");
        assertThat(ssl.copyleft()).isFalse();
    }

    @Test
    void theVersionOfALibraryMayChangeItsLicence() {
        assertThat(of("_ssl", "libssl.so.1.1", "libcrypto.so.1.1").licenses()).containsExactly("OpenSSL");
        assertThat(of("_ssl", "libssl.so.3", "libcrypto.so.3").licenses()).containsExactly("Apache-2.0");
        assertThat(of("_dbm", "libdb-5.3.so").copyleft()).isTrue();
        assertThat(of("_tkinter", "libtcl8.6.so", "libtk8.6.so").links()).containsExactly("tcl8.6", "tk8.6");
        assertThat(of("_tkinter", "libtcl8.6.so", "libtk8.6.so").licenses()).containsExactly("TCL");
    }

    @Test
    void dllsOfWindowsAreNoLibraries() {
        assertThat(of("_socket", "WS2_32.dll", "IPHLPAPI.DLL", "python314.dll", "VCRUNTIME140.dll", "KERNEL32.dll")
                        .links())
                .isEmpty();
        assertThat(of("_bz2", "python314.dll", "api-ms-win-crt-heap-l1-1-0.dll").links())
                .containsExactly("bz2");
    }

    @Test
    void librariesOfWindowsModulesAreKnown() {
        ExtensionTable.Knowledge ssl = of("_ssl", "WS2_32.dll", "CRYPT32.dll", "libcrypto-3.dll", "libssl-3.dll");

        assertThat(ssl.links()).containsExactly("crypto", "ssl");
        assertThat(ssl.licenses()).containsExactly("Apache-2.0");
        assertThat(of("_tkinter", "tcl86t.dll", "tk86t.dll").links()).containsExactly("tcl86t", "tk86t");
        assertThat(of("_tkinter", "tcl86t.dll", "tk86t.dll").licenses()).containsExactly("TCL");
        assertThat(of("_ctypes", "libffi-8.dll", "ole32.dll").licenses()).containsExactly("MIT");
        assertThat(of("_sqlite3", "sqlite3.dll").copyleft()).isFalse();
    }

    @Test
    void whatIsUnknownCountsAsCopyleft() {
        ExtensionTable.Knowledge strange = of("strange", "libnobodyknows.so.1");

        assertThat(strange.links()).containsExactly("nobodyknows");
        assertThat(strange.licenses()).isEmpty();
        assertThat(strange.copyleft()).isTrue();
    }

    @Test
    void modulesWithoutLibrariesHavePythonsLicenceOnly() {
        ExtensionTable.Knowledge math = of("math", "libm.so.6", "libc.so.6", "libpython3.14.so.1.0");

        assertThat(math.links()).isEmpty();
        assertThat(math.licenses()).isEmpty();
        assertThat(math.copyleft()).isFalse();
        assertThat(math.required()).isFalse();
        assertThat(of("posix").required()).isTrue();
    }

    @Test
    void licencesWithCopyleftAreTold() {
        assertThat(table.isCopyleft(List.of("MIT", "LGPL-2.1-only"))).isTrue();
        assertThat(table.isCopyleft(List.of("MIT", "0BSD", "OpenSSL"))).isFalse();
    }
}
