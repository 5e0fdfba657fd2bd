package com.nexnum.command.supply.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the sandbox behaves from now on; changed at any time, by tests and by the demo. */
public final class SandboxScript {

    /** What a refused purchase is told. */
    public enum Refusal {
        NO_NUMBERS,
        NO_BALANCE
    }

    /**
     * What comes to a number.
     *
     * @param delay until the first SMS, and between one and the next
     * @param texts none for silence
     */
    public record Texts(Duration delay, List<String> texts) {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    private final Map<String, Texts> texts = new HashMap<>();
    private final Map<Call, Deque<Fault>> faults = new EnumMap<>(Call.class);
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private int forgetful;
    private Duration latency = Duration.ZERO;
    private Duration smsDelay;
    private Duration minCancelAge;
    private @Nullable Hooks hooks;
    private Onlooker onlooker = Onlooker.NONE;

    public SandboxScript(Duration smsDelay, Duration minCancelAge) {
        this.smsDelay = smsDelay;
        this.minCancelAge = minCancelAge;
    }

    /** The next calls of this kind meet the fault, as many as said. */
    public synchronized SandboxScript next(int times, Call call, Fault fault) {
        var queue = faults.computeIfAbsent(call, _ -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
        return this;
    }

    /** Nothing more goes wrong than what has already. */
    public synchronized SandboxScript calm() {
        faults.clear();
        refusals.clear();
        forgetful = 0;
        return this;
    }

    public synchronized SandboxScript refuseNext(int times, Refusal refusal) {
        for (int i = 0; i < times; i++) {
            refusals.add(refusal);
        }
        return this;
    }

    /** The next sales are charged and then known to nobody. */
    public synchronized SandboxScript forgetNext(int times) {
        forgetful += times;
        return this;
    }

    /** For one service in one country, by our codes: {@code ("whatsapp", "US", ...)}. */
    public synchronized SandboxScript sms(
            String service, String country, Duration delay, String... messages) {
        texts.put(service + "/" + country, new Texts(delay, List.of(messages)));
        return this;
    }

    /** For everything that has no texts of its own. */
    public synchronized SandboxScript smsDelay(Duration delay) {
        smsDelay = delay;
        return this;
    }

    /** How long a fresh number is not taken back. */
    public synchronized SandboxScript minCancelAge(Duration age) {
        minCancelAge = age;
        return this;
    }

    /** How long every answer is kept back. */
    public synchronized SandboxScript latency(Duration perCall) {
        latency = perCall;
        return this;
    }

    public synchronized SandboxScript webhooks(@Nullable Hooks newHooks) {
        hooks = newHooks;
        return this;
    }

    public synchronized SandboxScript watchedBy(Onlooker newOnlooker) {
        onlooker = newOnlooker;
        return this;
    }

    synchronized Onlooker onlooker() {
        return onlooker;
    }

    synchronized Optional<Fault> takeFault(Call call) {
        var queue = faults.get(call);
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }

    synchronized Optional<Refusal> takeRefusal() {
        return Optional.ofNullable(refusals.poll());
    }

    synchronized boolean takeForgetting() {
        boolean forget = forgetful > 0;
        forgetful -= forget ? 1 : 0;
        return forget;
    }

    synchronized Optional<Texts> texts(SandboxService service, SandboxCountry country) {
        return Optional.ofNullable(texts.get(service.slug() + "/" + country.iso()));
    }

    synchronized Duration smsDelay() {
        return smsDelay;
    }

    synchronized Duration minCancelAge() {
        return minCancelAge;
    }

    synchronized Duration latency() {
        return latency;
    }

    synchronized Optional<Hooks> webhooks() {
        return Optional.ofNullable(hooks);
    }
}
