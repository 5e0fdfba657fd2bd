package com.nexnum.story;

import static org.awaitility.Awaitility.await;

import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Some buyers who buy and look, one thing after the other, until it closes. */
final class Shopping implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger served = new AtomicInteger();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    Shopping(Api api, int buyers) {
        IntStream.range(0, buyers)
                .mapToObj(_ -> Buyer.registered(api).with("90.00"))
                .toList()
                .forEach(buyer -> threads.execute(() -> shop(buyer)));
    }

    private void shop(Buyer buyer) {
        while (!over) {
            note("a purchase", buyer.buys(Wish.of("whatsapp", "US")), 201);
            note("the wallet", buyer.get("/api/v1/wallet"), 200);
            note("numbers", buyer.get("/api/v1/numbers?limit=5"), 200);
        }
    }

    private void note(String what, Answer answer, int expected) {
        if (answer.status() == expected) {
            served.incrementAndGet();
        } else {
            failed.add(what + ": " + answer.status() + " " + answer.body());
        }
    }

    /** Waits until so many more requests were served. */
    void awaitServed(int more) {
        int before = served.get();
        await().atMost(Duration.ofMinutes(2)).until(() -> served.get() >= before + more);
    }

    /** What was answered to requests that were not served. */
    List<String> failed() {
        return failed;
    }

    /** Lets each buyer finish what he is at. */
    @Override
    public void close() {
        over = true;
        threads.close();
    }
}
