package com.nexnum.platform.security;

/** Seals secrets for storage: confidential, and bound to the context they were sealed for. */
public interface SecretBox {

    byte[] seal(byte[] plain, byte[] context);

    /**
     * @throws RuntimeException when the bytes were altered or sealed for another context
     */
    byte[] open(byte[] sealed, byte[] context);

    /** Whether the newest key sealed them. */
    boolean isCurrent(byte[] sealed);
}
