package com.nexnum.command.supply;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nexnum.command.supply.BuyAnswer.Bought;
import com.nexnum.command.supply.BuyAnswer.Reason;
import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.BuyAnswer.Unknown;
import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import com.nexnum.command.supply.sandbox.SandboxScript.Refusal;
import com.nexnum.command.supply.sandbox.SandboxSettings;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.UpstreamId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.slf4j.LoggerFactory;

/** What holds for buying from every adapter, over real HTTP. */
abstract class SupplyContract {

    static final ServiceCode WHATSAPP = new ServiceCode("whatsapp");
    static final CountryCode US = new CountryCode("US");
    static final Money PLENTY = Money.usd("5.00");
    private static final AtomicInteger REFERENCES = new AtomicInteger();

    final SandboxFixture sandbox = new SandboxFixture();
    Supply supply;

    abstract Protocol protocol();

    /** What the protocol can say to a limit that is too low. */
    abstract Set<Reason> reasonsForTooLowPrice();

    /** What the protocol has no way to say or to do. */
    Set<Lack> lacks() {
        return Set.of();
    }

    boolean can(Lack lack) {
        return !lacks().contains(lack);
    }

    /** Where the provider listens. */
    URI address() {
        return sandbox.server.address(protocol());
    }

    Supply supplyWith(String key) {
        return sandbox.supply(protocol(), key, address());
    }

    @BeforeEach
    void connect() {
        supply = supplyWith(SandboxSettings.USUAL.apiKey());
    }

    @AfterEach
    void hangUp() {
        sandbox.close();
    }

    BuyAnswer buy(Supply from) {
        return from.buy(WHATSAPP, US, PLENTY, "ref-" + REFERENCES.incrementAndGet());
    }

    Bought bought() {
        return (Bought) buy(supply);
    }

    void forward(Duration by) {
        sandbox.clock.forward(by);
    }

    int sold() {
        return sandbox.server.market().counts().sold();
    }

    int active() {
        return sandbox.server.market().counts().active();
    }

    long purchasesSent() {
        return sandbox.server.received(Call.BUY);
    }

    @Test
    void buys_one_number_at_its_price() {
        sandbox.server.market().price("whatsapp", "US", Money.usd("0.8125"));
        var bought = bought();
        assertThat(bought.cost()).isEqualTo(can(Lack.SALE_COST) ? Money.usd("0.8125") : PLENTY);
        assertThat(bought.number().value()).startsWith("+1202555");
        assertThat(bought.minCancelAge()).isEqualTo(SandboxFixture.MIN_CANCEL_AGE);
        assertThat(sold()).isOne();
        assertThat(purchasesSent()).isOne();
    }

    @Test
    void buys_at_exactly_the_limit() {
        sandbox.server.market().price("whatsapp", "US", Money.usd("0.8125"));
        assertThat(supply.buy(WHATSAPP, US, Money.usd("0.8125"), "exact"))
                .isInstanceOf(Bought.class);
    }

    @Test
    void is_refused_when_the_price_is_above_the_limit() {
        sandbox.server.market().price("whatsapp", "US", Money.usd("0.8125"));
        var answer = supply.buy(WHATSAPP, US, Money.usd("0.812499"), "low");
        assertThat(((Refused) answer).reason()).isIn(reasonsForTooLowPrice());
        assertThat(sold()).isZero();
    }

    @Test
    void is_refused_without_a_call_when_the_limit_rounds_to_nothing() {
        var answer = supply.buy(WHATSAPP, US, Money.usd("0.000099"), "nothing");
        assertThat(((Refused) answer).reason()).isEqualTo(Reason.PRICE_TOO_LOW);
        assertThat(purchasesSent()).isZero();
    }

    @Test
    void is_refused_when_there_is_no_stock() {
        sandbox.server.market().stock("whatsapp", "US", 0);
        assertRefused(Reason.NO_NUMBERS);
    }

    @Test
    void is_refused_as_often_as_the_script_says_and_then_served() {
        sandbox.server.script().refuseNext(1, Refusal.NO_NUMBERS);
        assertRefused(Reason.NO_NUMBERS);
        assertThat(buy(supply)).isInstanceOf(Bought.class);
    }

    @Test
    void is_refused_when_our_account_is_empty() {
        sandbox.server.market().balance(Money.usd("0.01"));
        assertRefused(Reason.NO_PROVIDER_FUNDS);
    }

    @Test
    void is_refused_with_a_wrong_key() {
        supply = supplyWith("wrong-key-1");
        assertRefused(Reason.BAD_CREDENTIALS);
    }

    @Test
    void is_refused_without_a_call_for_what_the_provider_has_no_word_for() {
        assertThat(supply.buy(new ServiceCode("nosuch"), US, PLENTY, "r"))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.BAD_SERVICE));
        assertThat(supply.buy(WHATSAPP, new CountryCode("AQ"), PLENTY, "r"))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.BAD_COUNTRY));
        assertThat(purchasesSent()).isZero();
    }

    @Test
    void is_refused_when_nobody_listens() throws IOException {
        URI nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        supply = sandbox.supply(protocol(), "some-key", nobody);
        assertRefused(Reason.UNREACHABLE);
    }

    @Test
    void is_refused_when_no_secure_connection_comes_about() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = URI.create("https://127.0.0.1:" + silent.getLocalPort());
            supply = sandbox.supply(protocol(), "some-key", address);
            assertRefused(Reason.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.How.class)
    void does_not_know_the_outcome_when_the_sale_was_made_and_the_answer_lost(Fault.How how) {
        bought();
        sandbox.server.script().next(1, Call.BUY, Fault.afterTaking(how));
        assertThat(buy(supply)).isInstanceOf(Unknown.class);
        assertThat(sold()).isEqualTo(2);
        assertThat(purchasesSent()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.How.class, names = "CUT_OFF", mode = Mode.EXCLUDE)
    void does_not_know_the_outcome_when_nothing_was_sold_but_it_cannot_be_seen(Fault.How how) {
        bought();
        sandbox.server.script().next(1, Call.BUY, Fault.before(how));
        assertThat(buy(supply)).isInstanceOf(Unknown.class);
        assertThat(sold()).isOne();
        assertThat(purchasesSent()).isEqualTo(2);
    }

    @Test
    void does_not_send_again_on_a_fresh_connection_either() {
        sandbox.server.script().next(1, Call.BUY, Fault.afterTaking(Fault.How.CLOSE));
        assertThat(buy(supply)).isInstanceOf(Unknown.class);
        assertThat(sold()).isOne();
        assertThat(purchasesSent()).isOne();
    }

    @Test
    void finds_a_number_with_an_unknown_outcome_among_the_active_ones() {
        sandbox.server.script().next(1, Call.BUY, Fault.afterTaking(Fault.How.HANG));
        buy(supply);
        if (!can(Lack.ACTIVE_LIST)) {
            assertThat(supply.active()).isInstanceOf(ActiveAnswer.Unavailable.class);
            return;
        }
        var active = (ActiveAnswer.Active) supply.active();
        assertThat(active.numbers())
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.service()).isEqualTo("whatsapp");
                    assertThat(held.country()).isEqualTo("US");
                    assertThat(held.cost()).isEqualTo(Money.usd("0.84"));
                    assertThat(held.boughtAt()).isEqualTo(sandbox.clock.instant());
                });
    }

    @Test
    void buys_many_at_once_and_each_once() throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                threads.execute(() -> buy(supply));
            }
        }
        assertThat(sold()).isEqualTo(40);
        if (can(Lack.ACTIVE_LIST)) {
            var active = (ActiveAnswer.Active) supply.active();
            assertThat(active.numbers()).hasSize(40).doesNotHaveDuplicates();
        }
    }

    @Test
    void says_nothing_of_its_key_whatever_goes_wrong() {
        var key = "secret-key-4711";
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var level = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try {
            var wrong = supplyWith(key);
            var id = new UpstreamId("1");
            sandbox.server.script().next(1, Call.BUY, Fault.before(Fault.How.GARBAGE));
            sandbox.server.script().next(1, Call.BUY, Fault.before(Fault.How.CLOSE));
            var said = new StringBuilder().append(buy(wrong)).append(buy(wrong)).append(buy(wrong));
            said.append(wrong.sms(id)).append(wrong.cancel(id)).append(wrong.nextSms(id));
            said.append(wrong.active()).append(wrong.priceList()).append(wrong.balance());
            assertThat(said.append(wrong)).contains("Refused").doesNotContain(key);
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }
        // The sandbox is the other side: its server may say what it was asked.
        assertThat(log.list)
                .filteredOn(line -> !line.getLoggerName().contains("net.httpserver"))
                .noneMatch(line -> line.getFormattedMessage().contains(key));
    }

    private void assertRefused(Reason reason) {
        int before = sold();
        assertThat(buy(supply))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(sold()).isEqualTo(before);
        assertThat(purchasesSent()).isLessThanOrEqualTo(before + 1L);
    }
}
