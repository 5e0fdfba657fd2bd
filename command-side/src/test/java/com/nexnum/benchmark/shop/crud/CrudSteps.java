package com.nexnum.benchmark.shop.crud;

import com.nexnum.benchmark.shop.crud.CrudRows.Balance;
import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationEvent.NumberAssigned;
import com.nexnum.kernel.offer.OfferEvent.OfferReserved;
import com.nexnum.kernel.offer.OfferEvent.ReservationConfirmed;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.FundsHeld;
import com.nexnum.kernel.wallet.WalletEvent.HoldCaptured;
import com.nexnum.kernel.wallet.WalletId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a purchase, each a transaction that locks the row it changes. */
@Component
class CrudSteps {

    private final JdbcTemplate sql;
    private final CrudRows rows;
    private final PersonalData personalData;
    private final Clock clock;

    CrudSteps(JdbcTemplate sql, CrudRows rows, PersonalData personalData, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.personalData = personalData;
        this.clock = clock;
    }

    @Transactional
    void request(CrudPurchase p) {
        var now = clock.instant();
        sql.update(
                """
                insert into crud.activation (activation_id, customer_id, status, service, country,
                                             created_at)
                values (?, ?, 'REQUESTED', ?, ?, ?)
                """,
                p.id().value(),
                p.customer().value(),
                p.service().value(),
                p.country().value(),
                Timestamp.from(now));
        rows.history(
                p.id(),
                new ActivationRequested(
                        p.id(),
                        p.customer(),
                        p.service(),
                        p.country(),
                        p.chosen().price(),
                        null,
                        p.route(),
                        null),
                now);
    }

    @Transactional
    void reserve(CrudPurchase p) {
        var now = clock.instant();
        var until = now.plus(Duration.ofMinutes(5));
        var reservation = p.order().reservation(1);
        var taken =
                sql.queryForList(
                                "select taken from crud.offer where offer_id = ? for update",
                                Integer.class,
                                p.offer().value())
                        .getFirst();
        if (taken >= p.chosen().stock()) {
            throw new IllegalStateException("out of stock");
        }
        sql.update(
                "update crud.offer set taken = ? where offer_id = ?", taken + 1, p.offer().value());
        sql.update(
                "insert into crud.reservation values (?, ?, ?, ?, 'PENDING', ?)",
                reservation.value(),
                p.offer().value(),
                p.order().value(),
                p.chosen().price().micros(),
                Timestamp.from(until));
        rows.timer("expire-reservation", reservation, until, p.offer());
        rows.history(
                p.offer(),
                new OfferReserved(
                        p.offer(),
                        reservation,
                        p.order(),
                        p.chosen().price(),
                        p.chosen().listingRevision(),
                        p.chosen().stock(),
                        until),
                now);
    }

    @Transactional
    void hold(CrudPurchase p) {
        var now = clock.instant();
        var price = p.chosen().price();
        var before = rows.lockBalance(p.customer());
        if (before.available() < price.micros()) {
            throw new IllegalStateException("insufficient funds");
        }
        var hold = p.order().hold();
        var after =
                new Balance(before.available() - price.micros(), before.held() + price.micros());
        rows.balance(p.customer(), after);
        sql.update(
                "insert into crud.hold values (?, ?, ?, 'OPEN')",
                hold.value(),
                p.customer().value(),
                price.micros());
        var operation = new OperationId("hold:" + hold);
        rows.entry(
                p.customer(),
                "HOLD",
                price,
                after,
                operation.value(),
                hold.value(),
                now,
                "customer:" + p.customer() + ":available",
                -price.micros(),
                "customer:" + p.customer() + ":held",
                price.micros());
        var wallet = WalletId.of(p.customer());
        rows.history(wallet, new FundsHeld(wallet, operation, hold, price), now);
    }

    @Transactional
    void place(CrudPurchase p) {
        var now = clock.instant();
        var chosen = p.chosen();
        sql.update(
                """
                insert into crud.purchase_order (order_id, customer_id, activation_id, status,
                                                 service, country, price, placed_at)
                values (?, ?, ?, 'ATTEMPTING', ?, ?, ?, ?)
                """,
                p.order().value(),
                p.customer().value(),
                p.id().value(),
                p.service().value(),
                p.country().value(),
                chosen.price().micros(),
                Timestamp.from(now));
        sql.update(
                "insert into crud.order_attempt values (?, 1, ?, 'ASKED', ?)",
                p.order().value(),
                chosen.provider().value(),
                Timestamp.from(now));
        var attempted =
                new SupplyAttempted(
                        p.order(), p.customer(), 1, chosen.provider(), p.offer(), chosen.cost());
        // Whoever restarts after a crash finds here what may have been bought.
        rows.timer("find-out", p.order(), now.plus(Duration.ofMinutes(3)), attempted);
        rows.history(
                p.order(),
                new OrderPlaced(p.order(), p.customer(), p.service(), p.country(), chosen.price()),
                now);
        rows.history(p.order(), attempted, now);
    }

    @Transactional
    void fulfil(CrudPurchase p, Bought bought) {
        var now = clock.instant();
        var status =
                sql.queryForObject(
                        "select status from crud.purchase_order where order_id = ? for update",
                        String.class,
                        p.order().value());
        if (!"ATTEMPTING".equals(status)) {
            throw new IllegalStateException("out of turn");
        }
        sql.update(
                """
                update crud.purchase_order set status = 'FULFILLED', cost = ?, ended_at = ?
                 where order_id = ?
                """,
                bought.cost().micros(),
                Timestamp.from(now),
                p.order().value());
        sql.update(
                "update crud.order_attempt set outcome = 'SOLD' where order_id = ? and attempt = 1",
                p.order().value());
        sql.update(
                "insert into crud.upstream_number values (?, ?, ?)",
                p.chosen().provider().value(),
                bought.id().value(),
                p.order().value());
        rows.strike("find-out", p.order());
        rows.history(
                p.order(),
                new OrderFulfilled(
                        p.order(),
                        p.customer(),
                        1,
                        p.chosen().provider(),
                        bought.id(),
                        personalData.seal(p.customer(), p.id().value(), bought.number().value()),
                        p.chosen().price(),
                        bought.cost(),
                        now.plus(bought.minCancelAge()),
                        now.plus(bought.lifetime())),
                now);
    }

    @Transactional
    void capture(CrudPurchase p, Bought bought) {
        var now = clock.instant();
        var price = p.chosen().price();
        var hold = p.order().hold();
        var before = rows.lockBalance(p.customer());
        var after = new Balance(before.available(), before.held() - price.micros());
        rows.balance(p.customer(), after);
        int captured =
                sql.update(
                        """
                        update crud.hold set status = 'CAPTURED'
                         where hold_id = ? and status = 'OPEN'
                        """,
                        hold.value());
        if (captured != 1) {
            throw new IllegalStateException("hold is not open");
        }
        var operation = new OperationId("capture:" + hold);
        rows.entry(
                p.customer(),
                "PURCHASE",
                price,
                after,
                operation.value(),
                hold.value(),
                now,
                "customer:" + p.customer() + ":held",
                -price.micros(),
                "payable:" + p.chosen().provider(),
                bought.cost().micros(),
                "revenue",
                price.micros() - bought.cost().micros());
        var wallet = WalletId.of(p.customer());
        rows.history(
                wallet,
                new HoldCaptured(
                        wallet, operation, hold, price, p.chosen().provider(), bought.cost()),
                now);
    }

    @Transactional
    void confirm(CrudPurchase p) {
        var now = clock.instant();
        var reservation = p.order().reservation(1);
        int confirmed =
                sql.update(
                        """
                        update crud.reservation set status = 'CONFIRMED'
                         where reservation_id = ? and status = 'PENDING'
                        """,
                        reservation.value());
        if (confirmed != 1) {
            throw new IllegalStateException("reservation has ended");
        }
        rows.strike("expire-reservation", reservation);
        rows.history(p.offer(), new ReservationConfirmed(p.offer(), reservation), now);
    }

    @Transactional
    void assign(CrudPurchase p, Bought bought) {
        var now = clock.instant();
        var sealed = personalData.seal(p.customer(), p.id().value(), bought.number().value());
        var assigned =
                new NumberAssigned(
                        p.id(),
                        p.customer(),
                        p.order(),
                        p.chosen().provider(),
                        bought.id(),
                        sealed,
                        p.chosen().price(),
                        now.plus(bought.minCancelAge()),
                        now.plus(bought.lifetime()));
        sql.update(
                """
                update crud.activation
                   set status = 'ACTIVE', provider = ?, upstream_id = ?, phone_number = ?,
                       price = ?, cancellable_at = ?, expires_at = ?
                 where activation_id = ? and status = 'REQUESTED'
                """,
                p.chosen().provider().value(),
                bought.id().value(),
                sealed.ciphertext(),
                p.chosen().price().micros(),
                Timestamp.from(assigned.cancellableAt()),
                Timestamp.from(assigned.expiresAt()),
                p.id().value());
        rows.timer("poll-sms", p.id(), now.plusSeconds(2), assigned);
        rows.timer("expire-rental", p.id(), assigned.expiresAt(), assigned);
        rows.history(p.id(), assigned, now);
    }
}
