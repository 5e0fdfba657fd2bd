package com.nexnum.command.wallet;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent;
import com.nexnum.kernel.wallet.WalletEvent.ChargeRefunded;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletEvent.HoldReleased;
import com.nexnum.kernel.wallet.WalletEvent.WalletOpened;
import com.nexnum.kernel.wallet.WalletId;
import java.util.Arrays;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/** One wallet, one hold, and the words in which their tests are told. */
abstract class WalletStory {

    static final CustomerId CUSTOMER = new CustomerId("cus_000001");
    static final WalletId WALLET = WalletId.of(CUSTOMER);
    static final HoldId HOLD = new HoldId("hold_1");
    static final ProviderSlug PROVIDER = new ProviderSlug("sandbox");

    final ClaimTable claims = new ClaimTable();
    final AggregateTestFixture<Wallet> fixture = new AggregateTestFixture<>(Wallet.class);

    WalletStory() {
        fixture.registerInjectableResource(claims);
    }

    static Money usd(String decimal) {
        return Money.usd(decimal);
    }

    static OperationId operation(String id) {
        return new OperationId(id);
    }

    static WalletEvent opened() {
        return new WalletOpened(WALLET, operation("open:" + WALLET), CUSTOMER, Currency.USD);
    }

    static WalletEvent deposited(String amount) {
        return new FundsDeposited(WALLET, operation("deposit:1"), usd(amount), "sandbox");
    }

    static WalletEvent held(String amount) {
        return new FundsHeld(WALLET, operation("hold:hold_1"), HOLD, usd(amount));
    }

    static WalletEvent captured(String amount, String cost) {
        return new HoldCaptured(
                WALLET, operation("capture:hold_1"), HOLD, usd(amount), PROVIDER, usd(cost));
    }

    static WalletEvent released(String amount) {
        return new HoldReleased(WALLET, operation("release:hold_1"), HOLD, usd(amount));
    }

    static WalletEvent refunded(String amount, String credit) {
        return new ChargeRefunded(
                WALLET, operation("refund:hold_1"), HOLD, usd(amount), PROVIDER, usd(credit));
    }

    ResultValidator<Wallet> after(WalletCommand command, WalletEvent... past) {
        return fixture.given(Arrays.asList(past)).when(command);
    }

    void does(WalletEvent expected, WalletCommand command, WalletEvent... past) {
        after(command, past).expectSuccessfulHandlerExecution().expectEvents(expected);
    }

    void doesNothing(WalletCommand command, WalletEvent... past) {
        after(command, past).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    void refuses(WalletRejection reason, WalletCommand command, WalletEvent... past) {
        after(command, past)
                .expectNoEvents()
                .expectException(CommandRejected.class)
                .expectExceptionDetails(reason);
    }
}
