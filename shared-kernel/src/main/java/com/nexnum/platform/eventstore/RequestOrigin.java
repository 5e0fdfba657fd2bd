package com.nexnum.platform.eventstore;

import com.nexnum.platform.web.RequestId;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.springframework.stereotype.Component;

/**
 * What every event says of its origin: the messages that it came from, and the web request where
 * there was one, also over the steps of a process.
 */
@Component
public final class RequestOrigin implements CorrelationDataProvider {

    /** Where the id of the request stands in a message's meta data. */
    public static final String KEY = RequestId.LOG_KEY;

    private final MessageOriginProvider messages = new MessageOriginProvider();

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var origin = new HashMap<String, Object>(messages.correlationDataFor(message));
        var request = message.getMetaData().get(KEY);
        if (request != null) {
            origin.put(KEY, request);
        }
        return origin;
    }

    /** What a command that this thread sends says of the request that it works for. */
    public static Map<String, String> ofThisThread() {
        var request = RequestId.current();
        return request.equals(RequestId.NONE) ? Map.of() : Map.of(KEY, request);
    }
}
