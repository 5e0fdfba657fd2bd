package com.nexnum.query.proof;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.platform.security.Role;
import com.nexnum.query.history.Door;
import com.nexnum.query.history.Wallets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

class ProofEndpointTest {

    private static final String AUDIT = "/api/v1/audit/";

    private final ProofFixture fixture = new ProofFixture();
    private final MockMvcTester auditor = door(Role.AUDITOR);

    @Test
    void lists_blocks_newest_first_and_shows_one() {
        for (var i = 0; i < 3; i++) {
            fixture.noise(1);
            fixture.seal();
        }
        var page = auditor.get().uri(AUDIT + "blocks?limit=2").exchange();
        assertThat(Door.items(page))
                .extracting(block -> block.get("number").asLong())
                .containsExactly(3L, 2L);
        var rest =
                auditor.get()
                        .uri(AUDIT + "blocks?limit=2&cursor=" + Door.nextCursor(page))
                        .exchange();
        assertThat(Door.items(rest)).hasSize(1);
        var head = HexFormat.of().formatHex(fixture.blocks.last().orElseThrow().head());
        assertThat(auditor.get().uri(AUDIT + "blocks/3"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.head")
                .isEqualTo(head);
    }

    @Test
    void an_inclusion_proof_leads_to_the_root_of_its_block() {
        fixture.noise(4);
        var event = fixture.models.history.add(Wallets.opened(ANNA));
        fixture.noise(3);
        fixture.seal();

        var body =
                JsonMapper.shared()
                        .readTree(
                                auditor.get()
                                        .uri(
                                                AUDIT
                                                        + "entries/"
                                                        + event.getIdentifier()
                                                        + "/inclusion-proof")
                                        .exchange()
                                        .getResponse()
                                        .getContentAsByteArray());
        var hex = HexFormat.of();
        var hashing = new Hashing();
        var leaf = hashing.leaf(Base64.getDecoder().decode(body.get("event").asString()));
        assertThat(hex.formatHex(leaf)).isEqualTo(body.get("leaf").asString());
        var root =
                MerkleTree.climb(
                        hashing,
                        leaf,
                        body.get("index").asInt(),
                        body.at("/block/entries").asInt(),
                        body.get("path")
                                .valueStream()
                                .map(node -> hex.parseHex(node.asString()))
                                .toList());
        assertThat(hex.formatHex(root)).isEqualTo(body.at("/block/root").asString());
        assertThat(body.get("position").asLong()).isEqualTo(fixture.models.history.position(event));
    }

    @Test
    void what_is_not_there_not_sealed_yet_or_altered_has_no_proof() {
        var event = fixture.models.history.add(Wallets.opened(ANNA));
        var proof = AUDIT + "entries/" + event.getIdentifier() + "/inclusion-proof";
        refused("entries/nobody/inclusion-proof", 404, "ENTRY_NOT_FOUND");
        assertThat(code(auditor, proof)).isEqualTo("409 NOT_YET_SEALED");
        refused("proof-bundle", 409, "NOT_YET_SEALED");
        fixture.seal();
        fixture.cheat("update domain_event_entry set meta_data = '{\"x\":1}'");
        assertThat(code(auditor, proof)).isEqualTo("409 ENTRY_ALTERED");
        refused("proof-bundle?from=" + (fixture.head() + 1), 409, "NOT_YET_SEALED");
    }

    @Test
    void refuses_numbers_that_are_none() {
        refused("blocks/0", 404, "BLOCK_NOT_FOUND");
        refused("blocks/x", 404, "BLOCK_NOT_FOUND");
        refused("proof-bundle?from=0", 400, "INVALID_PARAMETER");
        refused("proof-bundle?to=x", 400, "INVALID_PARAMETER");
        refused("proof-bundle?from=9&to=8", 400, "INVALID_PARAMETER");
    }

    @Test
    void only_auditors_and_administrators_see_it_and_only_the_latter_change_the_key() {
        fixture.noise(1);
        fixture.seal();
        for (var path :
                Arrays.asList(
                        "blocks",
                        "blocks/1",
                        "signing-keys",
                        "proof-bundle",
                        "entries/x/inclusion-proof",
                        "entries/x/inclusion-proof/bundle")) {
            assertThat(code(door(Role.USER), AUDIT + path)).as(path).isEqualTo("403 FORBIDDEN");
        }
        var keys = AUDIT + "signing-keys";
        assertThat(auditor.post().uri(keys)).hasStatus(403);
        assertThat(door(Role.ADMIN).post().uri(keys)).hasStatus(201);
        assertThat(Door.items(auditor.get().uri(keys).exchange()))
                .satisfiesExactly(
                        first -> assertThat(first.get("retiredAt").isNull()).isFalse(),
                        second ->
                                assertThat(second.get("endorsedBy").asString()).startsWith("pfk_"));
    }

    private void refused(String path, int status, String code) {
        assertThat(code(auditor, AUDIT + path)).as(path).isEqualTo(status + " " + code);
    }

    private static String code(MockMvcTester door, String path) {
        var answer = door.get().uri(path).exchange().getResponse();
        var code = JsonMapper.shared().readTree(answer.getContentAsByteArray()).at("/code");
        return answer.getStatus() + " " + code.asString("");
    }

    private MockMvcTester door(Role role) {
        return Door.of(ProofDoor.endpoint(fixture), BERT, role);
    }
}
