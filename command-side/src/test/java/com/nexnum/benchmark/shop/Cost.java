package com.nexnum.benchmark.shop;

/** What the database was asked to do, by its own count; what runs idle beside is in it. */
record Cost(long commits, long inserted, long updated, long deleted) {

    static Cost now(Shop shop) {
        return shop.sql()
                .sql(
                        """
                        select xact_commit, tup_inserted, tup_updated, tup_deleted
                          from pg_stat_database where datname = current_database()
                        """)
                .query((row, _) ->
                        new Cost(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    String each(Cost before, int purchases) {
        return "; each %.1f commits, %.1f rows inserted, %.1f updated, %.1f deleted"
                .formatted(
                        (commits - before.commits) / (double) purchases,
                        (inserted - before.inserted) / (double) purchases,
                        (updated - before.updated) / (double) purchases,
                        (deleted - before.deleted) / (double) purchases);
    }
}
