package com.nexnum.query.activations;

import com.nexnum.query.history.ProjectionContract;
import com.nexnum.query.history.ReadModels;
import java.util.List;

class ActivationsRebuildTest extends ProjectionContract {

    @Override
    protected Object projection(ReadModels models) {
        return new ActivationsProjection(models.live, models.changes);
    }

    @Override
    protected List<String> tables() {
        return List.of("activations");
    }
}
