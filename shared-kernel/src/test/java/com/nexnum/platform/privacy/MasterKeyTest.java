package com.nexnum.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    private static final String DATABASE = "jdbc:postgresql://db/nexnum";

    private final PrivacyConfiguration configuration = new PrivacyConfiguration();
    @TempDir private Path folder;

    @Test
    void reads_the_configured_keyset() throws GeneralSecurityException {
        var key = MasterKey.generate();
        var sealed = key.seal(bytes("secret"), bytes("context"));
        var again = configuration.masterKey(base64(key.json()) + "\n", DATABASE, "/nowhere");
        assertThat(again.open(sealed, bytes("context"))).isEqualTo(bytes("secret"));
    }

    @Test
    void makes_a_keyset_beside_the_embedded_database_for_its_owner_alone() throws IOException {
        var data = folder.resolve("data");
        var first = configuration.masterKey("", "", data.toString());
        var again = configuration.masterKey("", "", data.toString());
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(Files.getPosixFilePermissions(data.resolve("master-keyset.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void many_who_start_at_once_share_one_keyset() throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> start =
                    () -> configuration.masterKey("", "", folder.toString()).json();
            var keysets = threads.invokeAll(Collections.nCopies(8, start)).stream();
            assertThat(keysets.map(Future::resultNow).distinct()).hasSize(1);
        }
    }

    @Test
    void refuses_a_database_of_ones_own_without_a_keyset() {
        assertThatThrownBy(() -> configuration.masterKey(" ", DATABASE, folder.toString()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("nexnum.privacy.master-keyset is missing");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refuses_a_wrong_keyset_and_does_not_quote_it() {
        for (var wrong :
                new String[] {"%%%", base64("{}"), base64("{\"primaryKeyId\":1,\"hush\":2}")}) {
            assertThatThrownBy(() -> configuration.masterKey(wrong, "", folder.toString()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("nexnum.privacy.master-keyset is not")
                    .hasMessageNotContaining("hush")
                    .hasNoCause();
        }
    }

    @Test
    void refuses_a_keyset_file_that_others_may_read_or_that_is_broken() throws IOException {
        var file = folder.resolve("master-keyset.json");
        Files.writeString(file, MasterKey.generate().json());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> configuration.masterKey("", "", folder.toString()))
                .hasMessageContaining("chmod 600");

        Files.writeString(file, "{");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> configuration.masterKey("", "", folder.toString()))
                .hasMessageContaining("is not a Tink keyset");
    }

    @Test
    void a_rotated_keyset_seals_with_the_new_key_and_opens_both() throws GeneralSecurityException {
        var old = MasterKey.generate();
        var rotated = old.rotated();
        var before = old.seal(bytes("secret"), bytes("c"));
        var after = rotated.seal(bytes("secret"), bytes("c"));
        assertThat(rotated.open(before, bytes("c"))).isEqualTo(bytes("secret"));
        assertThat(rotated.open(after, bytes("c"))).isEqualTo(bytes("secret"));
        assertThat(rotated.sealedByPrimary(before)).isFalse();
        assertThat(rotated.sealedByPrimary(after)).isTrue();
        assertThat(old.sealedByPrimary(before)).isTrue();
        assertThatThrownBy(() -> old.open(after, bytes("c")))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }
}
