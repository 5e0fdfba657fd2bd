package com.nexnum.faults;

import java.util.List;

/** Something that must be true whatever died. */
enum Check {
    ONCE("nothing happens twice to a purchase"),
    ENDS("every order is fulfilled, refunded or failed"),
    REFUNDS("who got nothing has the money back, once"),
    NUMBERS("numbers sold are numbers held or given back"),
    SMS("every SMS to a number held is in the read model"),
    MONEY("the ledger sums to zero and agrees with the wallets"),
    TOLD("what customers were told is so"),
    STORE("streams have no gaps, nothing is a dead letter");

    private final String says;

    Check(String says) {
        this.says = says;
    }

    String says() {
        return says;
    }

    List<Complaint> of(Evidence evidence) {
        return switch (this) {
            case ONCE -> PurchaseChecks.once(evidence);
            case ENDS -> PurchaseChecks.ends(evidence);
            case REFUNDS -> PurchaseChecks.refunds(evidence);
            case NUMBERS -> NumberChecks.numbers(evidence);
            case SMS -> NumberChecks.messages(evidence);
            case MONEY -> MoneyChecks.money(evidence);
            case TOLD -> AnswerChecks.told(evidence);
            case STORE -> AnswerChecks.store(evidence);
        };
    }
}
