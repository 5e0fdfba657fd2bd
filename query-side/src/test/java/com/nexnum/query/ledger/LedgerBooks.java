package com.nexnum.query.ledger;

import com.nexnum.query.history.RandomHistory;
import com.nexnum.query.history.ReadModels;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;

/** A ledger of random wallets, and what it says when every posting is added up anew. */
public final class LedgerBooks {

    public final ReadModels models = new ReadModels();
    private final LedgerProjection projection = new LedgerProjection(models.live, models.changes);

    /** What plain addition finds for one account and currency. */
    public record Sum(String account, String currency, long micros, long postings) {}

    /** Histories of these seeds, stored and not yet delivered. */
    public LedgerBooks(long... seeds) {
        for (var seed : seeds) {
            RandomHistory.into(models.history, seed);
        }
    }

    public LedgerBooks deliverAll() {
        return deliver(_ -> true);
    }

    public LedgerBooks deliver(Predicate<DomainEventMessage<?>> which) {
        models.deliver(projection, models.history.events().stream().filter(which).toList());
        return this;
    }

    public void reset() {
        models.reset(projection);
    }

    public Entries entries() {
        return new Entries(models.sql);
    }

    public List<Long> numbers() {
        return models.sql
                .sql("select position from ledger_entry order by position")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    public List<String> accounts() {
        return models.sql
                .sql("select distinct account from ledger_posting order by account")
                .query((row, _) -> row.getString(1))
                .list();
    }

    public List<Sum> added(long upTo) {
        return models.sql
                .sql(
                        """
                        select account, currency, sum(amount)::bigint, count(*) from ledger_posting
                         where position <= ? group by account, currency order by account, currency
                        """)
                .param(upTo)
                .query((row, _) ->
                        new Sum(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }
}
