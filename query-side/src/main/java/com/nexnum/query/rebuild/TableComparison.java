package com.nexnum.query.rebuild;

/**
 * How a table that was built compares with the live one. Both go on meanwhile, so only rows that
 * stand at the same event are compared.
 *
 * @param liveRows how many rows the live table has
 * @param nextRows how many rows the new one has
 * @param compared how many rows are in both, at the same event
 * @param liveChecksum over the compared rows of the live table
 * @param nextChecksum over the same rows of the new one; the same if all of them are
 * @param differing how many of them are not the same
 * @param onlyLive rows that only the live table has, and not because it is ahead
 * @param onlyNext rows that only the new table has; the live one may be behind
 */
public record TableComparison(
        String table,
        long liveRows,
        long nextRows,
        long compared,
        String liveChecksum,
        String nextChecksum,
        long differing,
        long onlyLive,
        long onlyNext) {

    boolean notTheSame() {
        return differing > 0 || onlyLive > 0 || onlyNext > 0;
    }
}
