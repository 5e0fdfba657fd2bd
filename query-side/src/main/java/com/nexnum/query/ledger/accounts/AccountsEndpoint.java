package com.nexnum.query.ledger.accounts;

import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.ledger.asof.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The tree of accounts at any time, for auditors. {@code asOf}, {@code from} and {@code to} take an
 * instant or an entry's number.
 */
@RestController
class AccountsEndpoint {

    private final AccountHistory accounts;
    private final AccountPostings postings;

    AccountsEndpoint(AccountHistory accounts, AccountPostings postings) {
        this.accounts = accounts;
        this.postings = postings;
    }

    @GetMapping("/api/v1/audit/accounts")
    AccountsPage accounts(
            @RequestParam(required = false) @Nullable String prefix,
            @RequestParam(required = false) @Nullable String asOf,
            PageQuery query) {
        return accounts.children(Node.parse("prefix", prefix), AsOf.parse("asOf", asOf), query);
    }

    @GetMapping("/api/v1/audit/accounts/{account}/balance")
    AccountBalance balance(
            @PathVariable String account, @RequestParam(required = false) @Nullable String asOf) {
        return accounts.balance(Node.parse("account", account), AsOf.parse("asOf", asOf));
    }

    @GetMapping("/api/v1/audit/accounts/{account}/postings")
    Page<AccountPosting> postings(
            @PathVariable String account,
            @RequestParam(required = false) @Nullable String asOf,
            PageQuery query) {
        return postings.of(Node.parse("account", account), AsOf.parse("asOf", asOf), query);
    }

    @GetMapping("/api/v1/audit/accounts/{account}/compare")
    ComparisonView compare(
            @PathVariable String account,
            @RequestParam String from,
            @RequestParam(required = false) @Nullable String to) {
        return accounts.compare(
                Node.parse("account", account), AsOf.parse("from", from), AsOf.parse("to", to));
    }

    @GetMapping("/api/v1/audit/compare")
    ChangesPage compareAll(
            @RequestParam(required = false) @Nullable String prefix,
            @RequestParam String from,
            @RequestParam(required = false) @Nullable String to,
            PageQuery query) {
        return accounts.compareChildren(
                Node.parse("prefix", prefix),
                AsOf.parse("from", from),
                AsOf.parse("to", to),
                query);
    }
}
