package com.nexnum.platform.security;

/** Whoever keeps what a {@link SecretBox} sealed, so that a rotation of its key can end. */
public interface Resealed {

    /**
     * Seals anew what an older key sealed; safe to run again, and while everything is being used.
     *
     * @return how many were
     */
    int reseal();
}
