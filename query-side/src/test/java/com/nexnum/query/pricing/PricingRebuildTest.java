package com.nexnum.query.pricing;

import com.nexnum.query.history.ProjectionContract;
import com.nexnum.query.history.ReadModels;
import java.util.List;

class PricingRebuildTest extends ProjectionContract {

    @Override
    protected Object projection(ReadModels models) {
        return new PricingProjection(models.live);
    }

    @Override
    protected List<String> tables() {
        return List.of("pricing");
    }
}
