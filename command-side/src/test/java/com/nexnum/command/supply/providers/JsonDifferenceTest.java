package com.nexnum.command.supply.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.supply.SupplyEvent.Change;
import com.nexnum.kernel.supply.SupplyEvent.Op;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonDifferenceTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> NAMES = List.of("a", "b/c", "d~e", "~1", "f g");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1} | {\"a\":1} | []",
                "{\"a\":1} | {\"a\":2} | [REPLACE /a 2]",
                "{\"a\":{\"b\":1,\"c\":2}} | {\"a\":{\"b\":1,\"c\":3}} | [REPLACE /a/c 3]",
                "{\"a\":1} | {\"b\":\"x\"} | [REMOVE /a null, ADD /b \"x\"]",
                "{\"a\":[1,2]} | {\"a\":[1,3]} | [REPLACE /a [1,3]]",
                "{\"a/b\":1,\"c~d\":1} | {} | [REMOVE /a~1b null, REMOVE /c~0d null]",
                "{\"a\":null} | {\"a\":1} | [REPLACE /a 1]",
                "{\"a\":1} | [] | [REPLACE  []]",
            })
    void tells_what_changed(String before, String after, String expected) {
        var changes = JsonDifference.between(JSON.readTree(before), JSON.readTree(after));
        assertThat(
                        changes.stream()
                                .map(it -> it.op() + " " + it.path() + " " + it.value())
                                .toList())
                .hasToString(expected);
    }

    @Test
    void made_to_the_one_the_changes_give_the_other() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var before = some(random, 3);
            var after = some(random, 3);
            var changes = JsonDifference.between(before, after);
            assertThat(patched(before, changes)).as("seed %d", seed).isEqualTo(after);
        }
    }

    private static ObjectNode some(Random random, int depth) {
        var node = JSON.createObjectNode();
        for (var name : NAMES) {
            switch (random.nextInt(depth > 0 ? 6 : 4)) {
                case 0 -> node.put(name, random.nextInt(3));
                case 1 -> node.putNull(name);
                case 2 -> node.putArray(name).add(random.nextInt(2));
                case 3 -> {}
                default -> node.set(name, some(random, depth - 1));
            }
        }
        return node;
    }

    private static JsonNode patched(ObjectNode document, List<Change> changes) {
        var copy = document.deepCopy();
        for (var change : changes) {
            var path = JsonPointer.compile(change.path());
            var name = path.last().getMatchingProperty();
            var parent = (ObjectNode) copy.at(path.head());
            assertThat(parent.has(name)).isEqualTo(change.op() != Op.ADD);
            if (change.op() == Op.REMOVE) {
                parent.remove(name);
            } else {
                parent.set(name, JSON.readTree(change.value()));
            }
        }
        return copy;
    }
}
