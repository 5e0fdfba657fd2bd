package com.nexnum.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.query.proof.offline.Verifier;
import com.nexnum.story.Buyer.Wish;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** An auditor proves the past; in a system of its own, because it is tampered with. */
@DirtiesContext
@TestPropertySource(
        properties = {
            "nexnum.story=proof",
            "nexnum.proof.seal-every=50ms",
            "nexnum.proof.seal-partial-after=200ms"
        })
class ProofStoryIT extends Story {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String AUDIT = "/api/v1/audit/";

    private Buyer auditor;

    @TempDir Path folder;

    @BeforeEach
    void auditorAndPurchase() {
        auditor = auditor();
        price("whatsapp", "US");
        var buyer = buyer().with("10.00");
        buyer.awaits(buyer.bought(Wish.of("whatsapp", "US")), "RECEIVED");
    }

    @Test
    void the_past_is_proven_online_and_offline_until_somebody_changes_it() throws Exception {
        var entry = sealedEntry();
        var bundle = download("proof-bundle");
        assertThat(verifies(bundle)).isZero();
        var trusted = auditor.read(AUDIT + "signing-keys").at("/items/0/publicKey").asString();
        assertThat(verifies(bundle, "--key", trusted)).isZero();
        assertThat(verifies(download("entries/" + entry + "/inclusion-proof/bundle"))).isZero();

        var head = auditor.read(AUDIT + "blocks?limit=1").at("/items/0");
        var sound =
                await().atMost(LONG)
                        .until(
                                () -> done("verifications", "{\"knownHead\":" + kept(head) + "}"),
                                job -> job.at("/result/ledgerEntriesVerified").asLong() > 2);
        assertThat(sound.at("/result/intact").asBoolean()).as("%s", sound).isTrue();
        assertThat(sound.at("/result/entriesVerified").asLong()).isPositive();
        var replayed = done("replays", "{}");
        assertThat(replayed.at("/result/differences").asLong()).as("%s", replayed).isZero();

        var position = tamper(entry);
        var broken = done("verifications", "{}");
        assertThat(broken.at("/result/firstBreak/position").asLong()).isEqualTo(position);
        assertThat(broken.at("/result/firstBreak/kind").asString()).isEqualTo("ALTERED");
        assertThat(auditor.get(AUDIT + "entries/" + entry + "/inclusion-proof").code())
                .isEqualTo("ENTRY_ALTERED");
        assertThat(verifies(download("proof-bundle"))).isEqualTo(1);
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(api().get("/api/metrics").body())
                                .containsPattern("nexnum_proof_breaks(\\{.*})? [1-9]")
                                .contains("nexnum_proof_sealed_position")
                                .contains("nexnum_proof_lag"));
    }

    @Test
    void customers_and_strangers_are_refused() {
        var customer = buyer();
        for (var path :
                List.of("blocks", "signing-keys", "proof-bundle", "verifications", "replays")) {
            assertThat(customer.get(AUDIT + path).code()).as(path).isEqualTo("FORBIDDEN");
            assertThat(api().get(AUDIT + path).status()).as(path).isEqualTo(401);
        }
        for (var path : List.of("verifications", "replays", "signing-keys")) {
            assertThat(customer.post(AUDIT + path, "{}").code()).as(path).isEqualTo("FORBIDDEN");
        }
        assertThat(auditor.post(AUDIT + "signing-keys", "").code()).isEqualTo("FORBIDDEN");
        var admin = Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
        assertThat(admin.post(AUDIT + "signing-keys", "").status()).isEqualTo(201);
        assertThat(auditor.post(AUDIT + "replays", "{\"upTo\":\"2999-01-01T00:00:00Z\"}").code())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(auditor.get(AUDIT + "entries/nobody/inclusion-proof").code())
                .isEqualTo("ENTRY_NOT_FOUND");
    }

    /** The newest entry of the ledger, once a block holds it. */
    private String sealedEntry() {
        var entry =
                await().atMost(LONG)
                        .until(
                                () -> auditor.read(AUDIT + "entries").at("/items/0/id"),
                                id -> !id.isMissingNode())
                        .asString();
        await().atMost(LONG)
                .until(
                        () -> auditor.get(AUDIT + "entries/" + entry + "/inclusion-proof").status(),
                        status -> status == 200);
        return entry;
    }

    private long tamper(String entry) {
        sql.sql("alter table domain_event_entry disable trigger events_are_for_ever").update();
        var position =
                sql.sql(
                                """
                                update domain_event_entry set meta_data = '{"traceId":"forged"}'
                                 where event_identifier = ? returning global_index
                                """)
                        .param(entry)
                        .query(Long.class)
                        .single();
        sql.sql("alter table domain_event_entry enable trigger events_are_for_ever").update();
        return position;
    }

    private static String kept(JsonNode head) {
        return "{\"number\":%d,\"hash\":\"%s\"}"
                .formatted(head.at("/number").asLong(), head.at("/head").asString());
    }

    private JsonNode done(String what, String body) {
        var accepted = auditor.post(AUDIT + what, body);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        var at = accepted.headers().firstValue("Location").orElseThrow();
        return await().atMost(LONG)
                .until(() -> auditor.read(at), job -> job.at("/status").asString().equals("DONE"));
    }

    private Path download(String path) throws IOException, InterruptedException {
        var answer =
                Api.HTTP.send(
                        auditor.request(AUDIT + path).build(),
                        BodyHandlers.ofFile(Files.createTempFile(folder, "bundle", ".bin")));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static int verifies(Path bundle, String... more) {
        var arguments = new String[more.length + 1];
        arguments[0] = bundle.toString();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Verifier.run(arguments, new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    }
}
