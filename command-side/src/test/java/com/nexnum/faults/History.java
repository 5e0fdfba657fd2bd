package com.nexnum.faults;

import com.nexnum.command.supply.sandbox.Sale.State;
import com.nexnum.faults.Evidence.Balance;
import com.nexnum.faults.Journal.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/** Books in which everything is right, to be spoilt: a number that served and one given back. */
final class History {

    static final String KEPT = "kept";
    static final String BACK = "back";
    private static final String WALLET = "wallet-cus_a";
    private static final String AMOUNT = "\"amount\":{\"currency\":\"USD\",\"micros\":%d}";

    final List<StoredEvent> events = new ArrayList<>();
    final List<SoldNumber> sold = new ArrayList<>();
    final Map<String, Set<String>> messages = new HashMap<>();
    final Map<String, Balance> balances = new HashMap<>();
    final Map<String, Long> postings = new HashMap<>(Map.of("USD", 0L));
    final Set<String> contradictions = new HashSet<>();
    List<String> deadLetters = List.of();

    History() {
        wallet("opened", "", 0);
        wallet("funds-deposited", "", 100);
        bought(KEPT, "1", State.FINISHED);
        add("act_" + KEPT, "activation.sms-received", "{}");
        messages.put("act_" + KEPT, new HashSet<>(Set.of("Your code is 1234", "1234")));
        bought(BACK, "2", State.CANCELLED);
        add("act_" + BACK, "activation.cancelled", "{}");
        wallet("charge-refunded", BACK, 10);
        add("ord_" + BACK, "purchase.order-refunded", "{}");
        balances.put(WALLET, new Balance(90, 0));
    }

    private void bought(String key, String number, State state) {
        add("act_" + key, "activation.requested", "{}");
        wallet("funds-held", key, 10);
        add("ord_" + key, "purchase.order-placed", "{}");
        add(
                "ord_" + key,
                "purchase.order-fulfilled",
                "{\"provider\":\"sandbox\",\"upstreamId\":\"%s\"}".formatted(number));
        wallet("hold-captured", key, 10);
        add("act_" + key, "activation.number-assigned", "{}");
        sold.add(sale(number, state));
    }

    static SoldNumber sale(String number, State state) {
        var arrived =
                state == State.CANCELLED
                        ? List.<SoldNumber.Sms>of()
                        : List.of(new SoldNumber.Sms("Your code is 1234", "1234"));
        return new SoldNumber("sandbox", number, state, false, arrived);
    }

    void wallet(String name, String key, long micros) {
        add(
                WALLET,
                "wallet." + name,
                ("{\"holdId\":\"hold_%s\"," + AMOUNT + "}").formatted(key, micros));
    }

    void add(String stream, String name, String json) {
        long next = events.stream().filter(event -> event.stream().equals(stream)).count();
        events.add(new StoredEvent(stream, next, name, JsonMapper.shared().readTree(json)));
    }

    void drop(Predicate<StoredEvent> which) {
        events.removeIf(which);
    }

    Evidence evidence() {
        return new Evidence(
                events,
                sold,
                messages,
                balances,
                postings,
                deadLetters,
                new Told(
                        Set.of("act_" + KEPT, "act_" + BACK),
                        Set.of("act_" + BACK),
                        Map.of("act_" + KEPT, Set.of("Your code is 1234")),
                        contradictions));
    }
}
