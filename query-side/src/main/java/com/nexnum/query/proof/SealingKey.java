package com.nexnum.query.proof;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** The key that signs now, opened. */
record SealingKey(String id, PrivateKey key) {

    byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A block cannot be signed", e);
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}
