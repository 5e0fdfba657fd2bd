package com.nexnum.platform.outbound;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Lets each request out once, and knows whether it went: the client comes here with a connection
 * right before the first byte, and each time again should it ever repeat a request by itself.
 */
final class SentOnce extends HttpRequestExecutor {

    private static final String PASS = SentOnce.class.getName();

    /** Goes with one call. */
    static final class Pass {

        private enum State {
            FRESH,
            SENT,
            SEALED
        }

        private final AtomicReference<State> state = new AtomicReference<>(State.FRESH);

        void into(HttpContext context) {
            context.setAttribute(PASS, this);
        }

        /**
         * Forbids the request to go out from now on.
         *
         * @return true when it never did
         */
        boolean seal() {
            return state.compareAndSet(State.FRESH, State.SEALED) || state.get() == State.SEALED;
        }

        private void use() throws IOException {
            if (!state.compareAndSet(State.FRESH, State.SENT)) {
                throw new IOException("this request is not sent again");
            }
        }
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback informed,
            HttpContext context)
            throws IOException, HttpException {
        if (!(context.getAttribute(PASS) instanceof Pass pass)) {
            throw new IOException("a request without a pass");
        }
        pass.use();
        return super.execute(request, connection, informed, context);
    }
}
