package com.nexnum.query.activations;

import com.nexnum.query.history.ReadModels;

/** The package's projection, for tests of those who read its table. */
public final class ActivationsProjections {

    public static Object activations(ReadModels models) {
        return new ActivationsProjection(models.live, models.changes);
    }

    private ActivationsProjections() {}
}
