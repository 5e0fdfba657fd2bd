package com.nexnum.command.adjustment;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wallet.WalletEvent.Direction;
import com.nexnum.platform.web.Validation;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator asks for. Reason and evidence are kept for ever, so they name nobody.
 *
 * @param customer an id
 * @param amount a decimal string, more than zero
 * @param direction {@code CREDIT} in favour of the customer, {@code DEBIT} at his expense
 */
record AdjustmentRequest(
        @Nullable String customer,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String direction,
        @Nullable String reason,
        @Nullable String evidence) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    /**
     * @throws com.nexnum.platform.web.ProblemException 400 VALIDATION_FAILED
     */
    Proposal checked(CustomerId by) {
        var whose = readCustomer();
        var money = readMoney();
        var way =
                Arrays.stream(Direction.values())
                        .filter(each -> each.name().equals(direction))
                        .findFirst()
                        .orElse(null);
        var why = reason == null ? "" : reason.strip();
        var proof = evidence == null ? "" : evidence.strip();
        var validation =
                new Validation()
                        .check("customer", whose != null, "is the id of a customer")
                        .check(
                                "amount",
                                money != null,
                                "is a decimal string above zero, in a currency such as USD")
                        .check("direction", way != null, "is CREDIT or DEBIT");
        check(validation, "reason", why, 120);
        check(validation, "evidence", proof, 500);
        validation.done();
        if (whose == null || money == null || way == null) {
            throw new AssertionError("Checked before");
        }
        return new Proposal(whose, way, money, why, proof, by);
    }

    static void check(Validation validation, String field, String text, int most) {
        validation
                .check(
                        field,
                        !text.isEmpty() && text.length() <= most,
                        "has 1 to " + most + " characters")
                .check(
                        field,
                        text.chars().noneMatch(Character::isISOControl),
                        "is one line of plain text")
                .check(
                        field,
                        !EMAIL.matcher(text).find(),
                        "is kept for ever: name people by their ids, not by their addresses");
    }

    private @Nullable CustomerId readCustomer() {
        try {
            return customer == null ? null : new CustomerId(customer);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private @Nullable Money readMoney() {
        try {
            if (amount == null || currency == null) {
                return null;
            }
            var money = Money.parse(amount, Currency.valueOf(currency));
            return money.isZero() ? null : money;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
