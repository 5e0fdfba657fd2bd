package com.nexnum.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {

    /** The inputs that implementations of RFC 6962 are tried with. */
    private static final List<String> INPUTS =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    private final Hashing hashing = new Hashing();

    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void is_the_tree_of_rfc_6962(int count, String root) {
        assertThat(HexFormat.of().formatHex(MerkleTree.root(hashing, leaves(count), count)))
                .isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_leaf_climbs_to_the_root_by_its_path_and_by_no_other(int count) {
        var leaves = leaves(count);
        var root = MerkleTree.root(hashing, leaves.clone(), count);
        for (var i = 0; i < count; i++) {
            var path = MerkleTree.path(hashing, leaves, count, i);
            assertThat(MerkleTree.climb(hashing, leaf(i), i, count, path)).isEqualTo(root);
            var other = hashing.leaf(new byte[] {99});
            assertThat(MerkleTree.climb(hashing, other, i, count, path)).isNotEqualTo(root);
        }
    }

    @Test
    void a_path_that_is_too_short_or_too_long_is_refused() {
        var path = new ArrayList<>(MerkleTree.path(hashing, leaves(5), 5, 2));
        path.add(leaf(0));
        assertThatThrownBy(() -> MerkleTree.climb(hashing, leaf(2), 2, 5, path))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.climb(hashing, leaf(2), 2, 5, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] leaf(int index) {
        return hashing.leaf(HexFormat.of().parseHex(INPUTS.get(index)));
    }

    private byte[] leaves(int count) {
        var leaves = new byte[count * Hashing.BYTES];
        for (var i = 0; i < count; i++) {
            System.arraycopy(leaf(i), 0, leaves, i * Hashing.BYTES, Hashing.BYTES);
        }
        return leaves;
    }
}
