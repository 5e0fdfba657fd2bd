package com.nexnum.platform.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.platform.webhook.WebhookSignature.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = bytes("{\"test\": 2432232314}");

    private final WebhookSignature signature =
            WebhookSignature.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void signs_as_the_specification_has_it() {
        assertThat(signature.sign(ID, SENT, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void believes_what_it_signed_within_five_minutes() {
        assertThat(check(BODY, SENT)).isEqualTo(Verdict.VALID);
        assertThat(check(BODY, SENT.plusSeconds(300))).isEqualTo(Verdict.VALID);
        assertThat(check(BODY, SENT.minusSeconds(300))).isEqualTo(Verdict.VALID);
    }

    @Test
    void does_not_believe_the_past_and_the_future() {
        assertThat(check(BODY, SENT.plusSeconds(301))).isEqualTo(Verdict.EXPIRED);
        assertThat(check(BODY, SENT.minusSeconds(301))).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void does_not_believe_another_body_id_time_or_secret() {
        var signed = signature.sign(ID, SENT, BODY);
        assertThat(check(bytes("{\"test\": 1}"), SENT)).isEqualTo(Verdict.FORGED);
        assertThat(signature.check("msg_2", "1614265330", signed, BODY, SENT))
                .isEqualTo(Verdict.FORGED);
        assertThat(signature.check(ID, "1614265331", signed, BODY, SENT)).isEqualTo(Verdict.FORGED);
        assertThat(signature.check(ID, "now", signed, BODY, SENT)).isEqualTo(Verdict.FORGED);
        assertThat(WebhookSignature.of(new byte[24]).check(ID, "1614265330", signed, BODY, SENT))
                .isEqualTo(Verdict.FORGED);
        assertThat(signature.check(ID, "1614265330", "", BODY, SENT)).isEqualTo(Verdict.FORGED);
    }

    @Test
    void believes_one_of_several_signatures() {
        var several = "v1,AAAA v1a,BBBB " + signature.sign(ID, SENT, BODY);
        assertThat(signature.check(ID, "1614265330", several, BODY, SENT)).isEqualTo(Verdict.VALID);
    }

    @Test
    void refuses_weak_and_strange_secrets_without_repeating_them() {
        assertThatThrownBy(() -> WebhookSignature.of("hunter2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> WebhookSignature.of(new byte[23]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Verdict check(byte[] body, Instant now) {
        return signature.check(ID, "1614265330", signature.sign(ID, SENT, BODY), body, now);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
