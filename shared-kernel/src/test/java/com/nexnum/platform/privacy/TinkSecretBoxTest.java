package com.nexnum.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TinkSecretBoxTest {

    private final MasterKey master = MasterKey.generate();
    private final TinkSecretBox box = new TinkSecretBox(master);

    @Test
    void opens_what_it_sealed_also_after_a_rotation() {
        var sealed = box.seal(bytes("api key"), bytes("provider:sandbox"));
        assertThat(sealed).asString().doesNotContain("api key");
        assertThat(box.open(sealed, bytes("provider:sandbox"))).isEqualTo(bytes("api key"));
        assertThat(new TinkSecretBox(master.rotated()).open(sealed, bytes("provider:sandbox")))
                .isEqualTo(bytes("api key"));
    }

    @Test
    void does_not_open_in_another_context_or_with_another_key_or_what_was_changed() {
        var sealed = box.seal(bytes("api key"), bytes("provider:sandbox"));
        var context = bytes("provider:sandbox");
        assertThatThrownBy(() -> box.open(sealed, bytes("provider:other")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TinkSecretBox(MasterKey.generate()).open(sealed, context))
                .isInstanceOf(IllegalArgumentException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> box.open(sealed, context))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
