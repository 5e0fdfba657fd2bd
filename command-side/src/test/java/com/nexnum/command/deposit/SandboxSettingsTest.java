package com.nexnum.command.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SandboxSettingsTest {

    @Test
    void an_absent_secret_is_a_random_one() {
        var settings = new SandboxSettings(true, null, Duration.ofSeconds(1), 10);
        assertThat(settings.signature().sign("msg_1", Instant.EPOCH, new byte[0]))
                .isNotEqualTo(settings.signature().sign("msg_1", Instant.EPOCH, new byte[0]));
    }

    @Test
    void a_wrong_setting_is_named_and_a_secret_is_not_repeated() {
        assertThatThrownBy(() -> new SandboxSettings(true, null, Duration.ofSeconds(-1), 10))
                .hasMessageContaining("nexnum.deposits.sandbox");
        var weak = new SandboxSettings(true, "whsec_aHVudGVyMg==", Duration.ofSeconds(1), 10);
        assertThatThrownBy(weak::signature)
                .hasMessageContaining("nexnum.deposits.sandbox.secret")
                .hasMessageNotContaining("aHVudGVyMg");
    }
}
