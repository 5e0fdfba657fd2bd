package com.nexnum.command.routing.learning;

import com.nexnum.kernel.supply.ProviderSlug;
import java.util.SplittableRandom;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;

/**
 * Draws for one decision. What is drawn for a provider depends on the seed and on the provider, and
 * not on who else is there.
 */
public record Draw(long seed) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** The draws that belong to a name; the seed is one that every reader of JSON reads exactly. */
    public static Draw of(String name) {
        return new Draw(hash(name) >>> 11);
    }

    double chance(Belief belief, ProviderSlug provider) {
        var random = new SplittableRandom(seed ^ hash(provider.value()));
        return ChengBetaSampler.of(random::nextLong, belief.alpha(), belief.beta()).sample();
    }

    /** FNV-1a: the same in every process and for ever. */
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
