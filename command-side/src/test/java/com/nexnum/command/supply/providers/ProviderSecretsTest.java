package com.nexnum.command.supply.providers;

import static com.nexnum.command.supply.providers.Documents.ACME;
import static com.nexnum.command.supply.providers.ProviderProcess.ADMIN;
import static com.nexnum.command.supply.providers.ProviderProcess.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.privacy.MasterKey;
import com.nexnum.platform.privacy.SecretBoxes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProviderSecretsTest {

    private static final ApiKey KEY = new ApiKey("our-key-there");
    private static final ProviderSlug OTHER = new ProviderSlug("other");

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient sql = JdbcClient.create(database.dataSource());
    private final MasterKey master = MasterKey.generate();
    private final ProviderSecrets secrets = with(master);

    @BeforeEach
    void two_providers() {
        var table = new ProviderTable(sql);
        table.store(new ProviderRow(ACME, 1, null, 1));
        table.store(new ProviderRow(OTHER, 1, null, 1));
        secrets.put(ACME, "apiKey", KEY, ADMIN, NOON);
    }

    @Test
    void are_stored_sealed_and_open_again() {
        assertThat(new String(sealed(), StandardCharsets.ISO_8859_1)).doesNotContain(KEY.secret());
        assertThat(secrets.open(ACME)).containsOnlyKeys("apiKey").containsValue(KEY);
        assertThat(secrets.kept(ACME))
                .singleElement()
                .satisfies(kept -> assertThat(kept.toString()).doesNotContain(KEY.secret()));
    }

    @Test
    void do_not_open_at_another_provider_or_with_another_key() {
        sql.sql("update provider_secret set provider = 'other'").update();
        assertThatThrownBy(() -> secrets.open(OTHER)).hasMessageNotContaining(KEY.secret());
        sql.sql("update provider_secret set provider = 'acme'").update();
        assertThatThrownBy(() -> with(MasterKey.generate()).open(ACME))
                .hasMessageNotContaining(KEY.secret());
    }

    @Test
    void are_sealed_anew_after_a_rotation_once() {
        var rotated = master.rotated();
        assertThat(with(rotated).open(ACME)).as("the old key still opens").containsValue(KEY);
        var before = sealed();
        assertThat(with(rotated).reseal()).isEqualTo(1);
        assertThat(sealed()).isNotEqualTo(before);
        assertThat(with(rotated).open(ACME)).containsValue(KEY);
        assertThat(with(rotated).reseal()).isZero();
        assertThatThrownBy(() -> secrets.open(ACME))
                .as("who has the old keyset only")
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ProviderSecrets with(MasterKey key) {
        return new ProviderSecrets(sql, SecretBoxes.of(key));
    }

    private byte[] sealed() {
        return sql.sql("select sealed from provider_secret")
                .query((row, _) -> row.getBytes(1))
                .single();
    }
}
