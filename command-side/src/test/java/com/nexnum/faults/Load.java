package com.nexnum.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Customers who buy one number after the other, whatever happens. */
final class Load implements AutoCloseable {

    private static final Journey[] JOURNEYS = Journey.values();

    private final Harness harness;
    private final List<Customer> customers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean going;
    private int rounds;

    Load(Harness harness, int customers) {
        this.harness = harness;
        for (int i = 0; i < customers; i++) {
            var name = "buyer-" + harness.random().nextInt(1 << 30) + "-" + i;
            this.customers.add(harness.customer(name));
        }
    }

    void start() {
        going = true;
        int round = ++rounds;
        for (var customer : customers) {
            var random = new Random(harness.random().nextLong());
            running.add(threads.submit(() -> buy(customer, customer.name() + "-" + round, random)));
        }
    }

    private void buy(Customer customer, String name, Random random) {
        for (int purchase = 1; going; purchase++) {
            var journey = JOURNEYS[random.nextInt(JOURNEYS.length)];
            journey.lead(customer, name + "-" + purchase, harness.upstream(), random);
        }
    }

    /** Everybody comes to the end of what was begun; a purchase that cannot is told. */
    void stop() {
        going = false;
        for (var customer : running) {
            try {
                customer.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new AssertionError("A customer gave up", e.getCause());
            }
        }
        running.clear();
    }

    @Override
    public void close() {
        going = false;
        threads.shutdownNow();
    }
}
