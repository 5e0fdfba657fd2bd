package com.nexnum.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the master key: configured, or beside the embedded database. */
@Configuration(proxyBeanMethods = false)
public class PrivacyConfiguration {

    /** The base64 of a clear-text Tink keyset in JSON. */
    static final String MASTER_KEYSET = "nexnum.privacy.master-keyset";

    /**
     * @param keyset blank when none is configured
     * @param databaseUrl blank for the embedded database
     */
    @Bean
    MasterKey masterKey(
            @Value("${" + MASTER_KEYSET + ":}") String keyset,
            @Value("${nexnum.database.url:}") String databaseUrl,
            @Value("${nexnum.data-folder:.nexnum}") String dataFolder) {
        if (!keyset.isBlank()) {
            return configured(keyset.strip());
        }
        if (databaseUrl.isBlank()) {
            return new MasterKeyFile(Path.of(dataFolder)).readOrMake();
        }
        throw new IllegalStateException(
                MASTER_KEYSET
                        + " is missing: with a database of your own (nexnum.database.url) every"
                        + " process needs the base64 of one Tink AEAD keyset in JSON");
    }

    private static MasterKey configured(String keyset) {
        try {
            return MasterKey.parse(
                    new String(Base64.getDecoder().decode(keyset), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without its cause, which may quote the secret.
            throw new IllegalStateException(
                    MASTER_KEYSET + " is not the base64 of a Tink AEAD keyset in JSON");
        }
    }
}
