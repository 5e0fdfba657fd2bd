package com.nexnum.query.activenumbers;

import com.nexnum.query.history.ProjectionContract;
import com.nexnum.query.history.ReadModels;
import java.util.List;

class ActiveNumbersRebuildTest extends ProjectionContract {

    @Override
    protected Object projection(ReadModels models) {
        return new ActiveNumbersProjection(models.live);
    }

    @Override
    protected List<String> tables() {
        return List.of("activenumbers");
    }
}
