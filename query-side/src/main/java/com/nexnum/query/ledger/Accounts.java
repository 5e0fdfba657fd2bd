package com.nexnum.query.ledger;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;

/** How the accounts of the ledger are called. */
final class Accounts {

    static final String REVENUE = "revenue";
    static final String PENALTIES = "penalties";
    static final String ADJUSTMENTS = "adjustments";

    static String available(CustomerId customer) {
        return "customer:" + customer + ":available";
    }

    static String held(CustomerId customer) {
        return "customer:" + customer + ":held";
    }

    static String gateway(String name) {
        return "gateway:" + name;
    }

    static String payable(ProviderSlug supplier) {
        return "supplier:" + supplier + ":payable";
    }

    private Accounts() {}
}
