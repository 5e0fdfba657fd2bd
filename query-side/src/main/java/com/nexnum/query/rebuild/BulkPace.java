package com.nexnum.query.rebuild;

import java.time.Duration;

/**
 * How a bulk load goes.
 *
 * @param rowsInMemory how many rows are kept before they are written out
 * @param checkpointEvery after how much work its progress is made safe
 * @param latePositions how far below the head positions may be filled late; no checkpoint is made
 *     there
 */
record BulkPace(int rowsInMemory, Duration checkpointEvery, long latePositions) {

    static final BulkPace USUAL =
            new BulkPace(400_000, Duration.ofSeconds(60), CatchUp.LATE_POSITIONS);
}
