package com.nexnum.query.activations;

/** Where an activation stands, as clients know it. One that is being cancelled is still ACTIVE. */
public enum ActivationStatus {
    REQUESTED,
    ACTIVE,
    RECEIVED,
    COMPLETED,
    CANCELLED,
    EXPIRED,
    FAILED
}
