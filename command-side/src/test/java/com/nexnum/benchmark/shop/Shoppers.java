package com.nexnum.benchmark.shop;

import com.nexnum.benchmark.shop.crud.CrudRows;
import com.nexnum.command.identity.session.AccessTokens;
import com.nexnum.command.identity.session.Refreshed.Renewed;
import com.nexnum.command.identity.session.Sessions;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.wallet.WalletCommand.DepositFunds;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletId;
import com.nexnum.platform.security.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Customers who are signed in and have money, in both shops. */
final class Shoppers {

    private static final Money FUNDS = Money.usd("100000");

    private final Shop shop;

    private Shoppers(Shop shop) {
        this.shop = shop;
    }

    /** Their access tokens. */
    static List<String> signedIn(Shop shop, int count) {
        var shoppers = new Shoppers(shop);
        return IntStream.range(0, count).mapToObj(shoppers::one).toList();
    }

    private String one(int number) {
        var customer = new CustomerId("cus_shopper%06d".formatted(number));
        shop.sql()
                .sql(
                        """
                        insert into app_user (id, email, password_hash, roles, created_at)
                        values (?, ?, '-', 'USER', now())
                        """)
                .params(customer.value(), customer + "@example.com")
                .update();
        var wallet = WalletId.of(customer);
        var commands = shop.bean(Commands.class);
        commands.send(new OpenWallet(wallet, Currency.USD));
        commands.send(new DepositFunds(wallet, new OperationId("dep_" + number), FUNDS, "bench"));
        shop.bean(CrudRows.class).openWallet(customer, FUNDS);
        // A customer's first number makes its key; both shops find it made.
        shop.bean(PersonalData.class).seal(customer, "first", "1");
        Renewed session = shop.bean(Sessions.class).open(customer);
        return shop.bean(AccessTokens.class)
                .issue(customer, Set.of(Role.USER), session.sessionId());
    }
}
