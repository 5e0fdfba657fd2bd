package com.nexnum.query.proof;

/** The endpoint of proofs, as the application makes it. */
public final class ProofDoor {

    public static Object endpoint(ProofFixture fixture) {
        return new ProofEndpoint(
                fixture.blocks,
                fixture.keys,
                new Proofs(
                        fixture.models.database, fixture.models.sql, fixture.blocks, fixture.keys));
    }

    private ProofDoor() {}
}
