package com.nexnum.platform.security;

/** Seals small secrets for storage; what is sealed in one context does not open in another. */
public interface SecretBox {

    byte[] seal(byte[] plain, byte[] context);

    /**
     * @throws IllegalArgumentException when it was not sealed here, or in another context
     */
    byte[] open(byte[] sealed, byte[] context);
}
