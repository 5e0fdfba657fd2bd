package com.nexnum.command.supply;

/** Stands between those who ask providers and the providers. */
@FunctionalInterface
public interface SupplyGuard {

    /** The same provider, guarded. What is known of it outlives the supply that is given here. */
    Supply around(Supply supply);
}
