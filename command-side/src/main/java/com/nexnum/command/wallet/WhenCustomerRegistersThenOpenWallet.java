package com.nexnum.command.wallet;

import com.nexnum.command.identity.NewCustomers;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.wallet.WalletCommand.OpenWallet;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.wallet.WalletId;
import org.springframework.stereotype.Component;

/** Every customer has one wallet, in dollars. */
@Component
final class WhenCustomerRegistersThenOpenWallet implements NewCustomers {

    private final Commands commands;

    WhenCustomerRegistersThenOpenWallet(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void welcome(CustomerId customer) {
        commands.send(new OpenWallet(WalletId.of(customer), Currency.USD));
    }
}
