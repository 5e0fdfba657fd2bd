package com.nexnum.benchmark.wallet;

import com.nexnum.command.wallet.WalletCommand;
import com.nexnum.command.wallet.WalletCommand.CaptureHold;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.HoldFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.command.wallet.WalletCommand.ReleaseHold;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.wallet.HoldId;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** What happens to the wallets of many customers: each command is new, and each stores an event. */
public final class Customers {

    private static final ProviderSlug PROVIDER = new ProviderSlug("sandbox");

    private final CommandGateway gateway;
    private final List<WalletId> wallets;
    private final AtomicLong stories = new AtomicLong();

    public Customers(CommandGateway gateway, String name, int count) {
        this.gateway = gateway;
        this.wallets =
                java.util.stream.IntStream.range(0, count)
                        .mapToObj(i -> WalletId.of(new CustomerId("cus_%s%06d".formatted(name, i))))
                        .toList();
        wallets.forEach(wallet -> gateway.sendAndWait(new OpenWallet(wallet, Currency.USD)));
    }

    /** Puts money in, and spends some of it on one number of two; returns how many commands. */
    public int oneStory() {
        var wallet = wallets.get(ThreadLocalRandom.current().nextInt(wallets.size()));
        long story = stories.incrementAndGet();
        var bought = new HoldId("hold_%da".formatted(story));
        var notBought = new HoldId("hold_%db".formatted(story));
        var price = Money.usd("0.15");
        List<WalletCommand> commands =
                List.of(
                        new DepositFunds(
                                wallet,
                                new OperationId("deposit:dep_" + story),
                                Money.usd("1.00"),
                                "sandbox"),
                        new HoldFunds(wallet, bought, price),
                        new CaptureHold(wallet, bought, PROVIDER, Money.usd("0.10")),
                        new HoldFunds(wallet, notBought, price),
                        new ReleaseHold(wallet, notBought));
        commands.forEach(gateway::sendAndWait);
        return commands.size();
    }
}
