package com.nexnum.query.stream;

import com.nexnum.query.history.ProjectionContract;
import com.nexnum.query.history.ReadModels;
import java.util.List;

class FeedRebuildTest extends ProjectionContract {

    @Override
    protected Object projection(ReadModels models) {
        return new FeedProjection(models.live, models.changes);
    }

    @Override
    protected List<String> tables() {
        return List.of("feed", "feed_wallet", "feed_number");
    }
}
