package com.nexnum.command.decision;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash map: a changed copy shares everything with its original but the path to the
 * changed key, so that a change costs the same after a million entries as after a hundred.
 */
final class Trie<K, V> {

    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private final @Nullable Node<K, V> root;

    private Trie(@Nullable Node<K, V> root) {
        this.root = root;
    }

    static <K, V> Trie<K, V> empty() {
        return new Trie<>(null);
    }

    @Nullable V get(K key) {
        int hash = spread(key);
        var node = root;
        int shift = 0;
        while (node instanceof Branch<K, V> branch) {
            node = branch.child(hash >>> shift & MASK);
            shift += BITS;
        }
        return node instanceof Leaf<K, V> leaf && leaf.hash() == hash ? leaf.find(key) : null;
    }

    Trie<K, V> with(K key, V value) {
        return new Trie<>(put(root, 0, new Leaf<>(spread(key), key, value, null)));
    }

    Trie<K, V> without(K key) {
        return root == null ? this : new Trie<>(remove(root, 0, spread(key), key));
    }

    void forEach(BiConsumer<K, V> action) {
        if (root != null) {
            root.forEach(action);
        }
    }

    private static int spread(Object key) {
        int hash = key.hashCode();
        return hash ^ hash >>> 16;
    }

    private static <K, V> Node<K, V> put(@Nullable Node<K, V> node, int shift, Leaf<K, V> leaf) {
        return switch (node) {
            case null -> leaf;
            case Leaf<K, V> old when old.hash() == leaf.hash() -> leaf.onto(old);
            case Leaf<K, V> old -> put(Branch.of(old.hash() >>> shift & MASK, old), shift, leaf);
            case Branch<K, V> branch -> {
                int slot = leaf.hash() >>> shift & MASK;
                yield branch.with(slot, put(branch.child(slot), shift + BITS, leaf));
            }
        };
    }

    private static <K, V> @Nullable Node<K, V> remove(Node<K, V> node, int shift, int hash, K key) {
        return switch (node) {
            case Leaf<K, V> leaf -> leaf.hash() == hash ? leaf.without(key) : leaf;
            case Branch<K, V> branch -> {
                int slot = hash >>> shift & MASK;
                var child = branch.child(slot);
                if (child == null) {
                    yield branch;
                }
                var left = remove(child, shift + BITS, hash, key);
                yield left == null ? branch.without(slot) : branch.with(slot, left);
            }
        };
    }

    private sealed interface Node<K, V> {
        void forEach(BiConsumer<K, V> action);
    }

    /**
     * @param next another key with the same hash
     */
    private record Leaf<K, V>(int hash, K key, V value, @Nullable Leaf<K, V> next)
            implements Node<K, V> {

        @Nullable V find(K wanted) {
            if (key.equals(wanted)) {
                return value;
            }
            return next == null ? null : next.find(wanted);
        }

        Leaf<K, V> onto(Leaf<K, V> others) {
            return new Leaf<>(hash, key, value, others.without(key));
        }

        @Nullable Leaf<K, V> without(K unwanted) {
            if (key.equals(unwanted)) {
                return next;
            }
            return next == null ? this : new Leaf<>(hash, key, value, next.without(unwanted));
        }

        @Override
        public void forEach(BiConsumer<K, V> action) {
            action.accept(key, value);
            if (next != null) {
                next.forEach(action);
            }
        }
    }

    /** Up to 32 children, of which only those present take room. */
    private static final class Branch<K, V> implements Node<K, V> {

        private final int present;
        private final Object[] children;

        private Branch(int present, Object[] children) {
            this.present = present;
            this.children = children;
        }

        static <K, V> Branch<K, V> of(int slot, Node<K, V> child) {
            return new Branch<>(1 << slot, new Object[] {child});
        }

        @SuppressWarnings("unchecked") // Only nodes of this map are ever put in.
        @Nullable Node<K, V> child(int slot) {
            return has(slot) ? (Node<K, V>) children[index(slot)] : null;
        }

        Branch<K, V> with(int slot, Node<K, V> child) {
            int index = index(slot);
            if (has(slot)) {
                var copy = children.clone();
                copy[index] = child;
                return new Branch<>(present, copy);
            }
            var copy = new Object[children.length + 1];
            System.arraycopy(children, 0, copy, 0, index);
            copy[index] = child;
            System.arraycopy(children, index, copy, index + 1, children.length - index);
            return new Branch<>(present | 1 << slot, copy);
        }

        @Nullable Branch<K, V> without(int slot) {
            if (children.length == 1) {
                return null;
            }
            int index = index(slot);
            var copy = new Object[children.length - 1];
            System.arraycopy(children, 0, copy, 0, index);
            System.arraycopy(children, index + 1, copy, index, copy.length - index);
            return new Branch<>(present & ~(1 << slot), copy);
        }

        private boolean has(int slot) {
            return (present & 1 << slot) != 0;
        }

        private int index(int slot) {
            return Integer.bitCount(present & (1 << slot) - 1);
        }

        @Override
        @SuppressWarnings("unchecked") // Only nodes of this map are ever put in.
        public void forEach(BiConsumer<K, V> action) {
            for (var child : children) {
                ((Node<K, V>) child).forEach(action);
            }
        }
    }
}
