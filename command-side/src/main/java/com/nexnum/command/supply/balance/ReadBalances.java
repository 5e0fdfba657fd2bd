package com.nexnum.command.supply.balance;

import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.command.supply.Suppliers;
import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.Supply.BalanceAnswer;
import com.nexnum.command.supply.SupplyConditions;
import com.nexnum.command.supply.SupplyConditions.CircuitState;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks each provider what we have left there. Where a circuit is half open, these harmless
 * questions are its trial, so that no customer's purchase has to be.
 */
@Component
class ReadBalances implements AgendaWork {

    private static final Logger LOG = LoggerFactory.getLogger(ReadBalances.class);
    private static final int MOST_TRIALS = 100;

    private final Suppliers suppliers;
    private final SupplyConditions conditions;
    private final BalanceWatch watch;
    private final Purses purses;

    ReadBalances(
            Suppliers suppliers, SupplyConditions conditions, BalanceWatch watch, Purses purses) {
        this.suppliers = suppliers;
        this.conditions = conditions;
        this.watch = watch;
        this.purses = purses;
    }

    @Override
    public Terms terms() {
        return new Terms(BalanceWatch.KIND, Duration.ofSeconds(60), 4);
    }

    /** Providers come and go while everything runs; the ones that stand there stay as they are. */
    @Scheduled(fixedDelayString = "PT1M")
    void beginEach() {
        suppliers.all().forEach(supply -> watch.begin(supply.provider()));
    }

    @Override
    public Outcome perform(Due due) {
        var provider = new ProviderSlug(due.subject());
        var supply = suppliers.find(provider);
        if (supply.isEmpty()) {
            return new Outcome.Done();
        }
        var answer = answer(supply.get());
        switch (answer) {
            case BalanceAnswer.Balance(var amount) -> purses.read(provider, amount);
            case BalanceAnswer.Unavailable(var why) ->
                    LOG.info("What is left at {} is not known: {}", provider, why);
        }
        return new Outcome.Again(watch.next(), "");
    }

    private BalanceAnswer answer(Supply supply) {
        var answer = supply.balance();
        for (int trial = 1; trial < MOST_TRIALS && isWorthMore(supply, answer); trial++) {
            answer = supply.balance();
        }
        return answer;
    }

    private boolean isWorthMore(Supply supply, BalanceAnswer answer) {
        var circuit = conditions.of(supply.provider()).circuit();
        return answer instanceof BalanceAnswer.Balance && circuit.state() == CircuitState.HALF_OPEN;
    }
}
