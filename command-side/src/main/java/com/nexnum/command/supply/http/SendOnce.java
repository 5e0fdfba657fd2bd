package com.nexnum.command.supply.http;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A body that lets its request go out once.
 *
 * <p>The JDK's client silently sends a GET a second time when the connection breaks before the
 * answer, and a purchase sent twice buys two numbers. It has no switch for that per request, but it
 * asks the body for its length each time it is about to write the request, after connecting: here
 * the second time is refused. The same question tells whether anything can have been sent at all,
 * which the kind of exception does not: a resend that finds no connection looks like a first one.
 */
final class SendOnce implements HttpRequest.BodyPublisher {

    private enum State {
        FRESH,
        SENT,
        SEALED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.FRESH);
    private final byte[] bytes;

    SendOnce(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long contentLength() {
        if (!state.compareAndSet(State.FRESH, State.SENT)) {
            throw new IllegalStateException("This request is not sent again");
        }
        return bytes.length;
    }

    /**
     * Forbids the request to go out from now on.
     *
     * @return true when it never did
     */
    boolean seal() {
        return state.compareAndSet(State.FRESH, State.SEALED);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        HttpRequest.BodyPublishers.ofByteArray(bytes).subscribe(subscriber);
    }
}
