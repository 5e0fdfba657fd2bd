package com.nexnum.command.deposit;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A deposit that a stopped process left pending is asked for again; asking twice is harmless. */
@Component
class WhenStartedThenResumeDeposits {

    private final Deposits deposits;
    private final Gateways gateways;

    WhenStartedThenResumeDeposits(Deposits deposits, Gateways gateways) {
        this.deposits = deposits;
        this.gateways = gateways;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (var gateway : gateways.all()) {
            deposits.pending(gateway.name()).forEach(gateway::start);
        }
    }
}
