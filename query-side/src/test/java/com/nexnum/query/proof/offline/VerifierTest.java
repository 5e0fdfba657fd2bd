package com.nexnum.query.proof.offline;

import static com.nexnum.query.history.Door.ANNA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.platform.security.Role;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.RandomHistory;
import com.nexnum.query.proof.ProofDoor;
import com.nexnum.query.proof.ProofFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class VerifierTest {

    private static final String BUNDLE = "/api/v1/audit/proof-bundle";

    private final ProofFixture fixture = new ProofFixture();
    private final MockMvcTester door = Door.of(ProofDoor.endpoint(fixture), ANNA, Role.AUDITOR);

    @TempDir Path folder;

    private record Said(int exit, String text) {}

    @BeforeEach
    void two_blocks_by_two_keys() {
        RandomHistory.into(fixture.models.history, 1);
        fixture.seal();
        fixture.keys.rotate();
        RandomHistory.into(fixture.models.history, 2);
        fixture.seal();
    }

    @Test
    void proves_a_bundle_and_says_what_it_holds() throws IOException {
        var said = verify(file(download(BUNDLE)));
        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text())
                .startsWith(fixture.models.history.events().size() + " events from position 1, ")
                .contains("up to block 2")
                .endsWith("PROVEN" + System.lineSeparator());
    }

    @Test
    void proves_one_block_of_many() throws IOException {
        var second = fixture.blocks.last().orElseThrow();
        var said = verify(file(download(BUNDLE + "?from=" + second.lastPosition())));
        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text()).startsWith(second.entries() + " events");
    }

    @Test
    void trusts_the_key_that_it_is_given_and_those_that_this_one_vouches_for() throws IOException {
        var bundle = file(download(BUNDLE));
        var keys = keys();
        assertThat(verify(bundle, "--key", keys.getFirst()).exit()).isZero();
        assertThat(verify(bundle, "--key", keys.getLast()))
                .returns(1, Said::exit)
                .satisfies(said -> assertThat(said.text()).contains("is not a trusted one"));
    }

    @Test
    void wants_the_head_that_somebody_kept() throws IOException {
        var bundle = file(download(BUNDLE));
        var head = verify(bundle).text().replaceAll("(?s).*head (\\S+).*", "$1");
        assertThat(verify(bundle, "--head", head).exit()).isZero();
        assertThat(verify(bundle, "--head", head.replaceFirst("2:", "3:")).exit()).isEqualTo(1);
        assertThat(verify(bundle, "--head", "2:" + "0".repeat(64)).text())
                .contains("another one than was kept");
    }

    @Test
    void refuses_a_bundle_of_which_any_byte_was_altered() throws IOException {
        var bundle = download(BUNDLE);
        var random = new Random(20260301);
        for (var i = 0; i < 400; i++) {
            var altered = bundle.clone();
            altered[random.nextInt(bundle.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(verify(file(altered)).exit()).as("round %d", i).isNotZero();
        }
    }

    @Test
    void refuses_a_bundle_that_was_cut_off_or_that_goes_on() throws IOException {
        var bundle = download(BUNDLE);
        for (var length : List.of(0, 7, 8, 200, bundle.length / 2, bundle.length - 1)) {
            assertThat(verify(file(Arrays.copyOf(bundle, length))).exit()).isNotZero();
        }
        assertThat(verify(file(Arrays.copyOf(bundle, bundle.length + 1))).text())
                .contains("something comes after the end");
    }

    @Test
    void refuses_what_the_database_altered_since() throws IOException {
        fixture.cheat(
                "update domain_event_entry set meta_data = '{\"x\":1}' where global_index = "
                        + fixture.head());
        assertThat(verify(file(download(BUNDLE))).text())
                .isEqualTo(
                        "NOT PROVEN: block 2: its events are not those sealed"
                                + System.lineSeparator());
    }

    @Test
    void proves_that_one_entry_is_in_a_block_and_refuses_another_one() throws IOException {
        var entry = fixture.models.history.events().get(17).getIdentifier();
        var proof = download("/api/v1/audit/entries/" + entry + "/inclusion-proof/bundle");
        var said = verify(file(proof));
        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text()).startsWith("1 events from position ");

        var altered = proof.clone();
        altered[proof.length - 100] ^= 1;
        assertThat(verify(file(altered)).text()).contains("the event is not in it");
    }

    @Test
    void says_how_it_is_asked() throws IOException {
        assertThat(verify(folder.resolve("nothing")).exit()).isEqualTo(2);
        assertThat(said()).returns(2, Said::exit);
        assertThat(said("a", "--head", "x").text()).contains("usage: java Verifier.java BUNDLE");
        assertThat(said("a", "b").exit()).isEqualTo(2);
        assertThat(said("a", "--key", "%").exit()).isEqualTo(2);
    }

    @Test
    void runs_alone_from_its_source() throws Exception {
        var bundle = file(download(BUNDLE));
        var source =
                Path.of("src/main/java/com/nexnum/query/proof/offline/Verifier.java")
                        .toAbsolutePath();
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                source.toString(),
                                bundle.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        assertThat(text).contains("PROVEN");
    }

    private List<String> keys() {
        return Door.items(door.get().uri("/api/v1/audit/signing-keys").exchange()).stream()
                .map(key -> key.get("publicKey").asString())
                .toList();
    }

    private byte[] download(String path) {
        var answer = door.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("bundle"), bytes);
    }

    private static Said verify(Path file, String... more) {
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(more));
        return said(arguments.toArray(String[]::new));
    }

    private static Said said(String... arguments) {
        var text = new ByteArrayOutputStream();
        var exit = Verifier.run(arguments, new PrintStream(text, true, UTF_8));
        return new Said(exit, text.toString(UTF_8));
    }
}
