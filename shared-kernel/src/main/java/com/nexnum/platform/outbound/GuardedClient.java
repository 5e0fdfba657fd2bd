package com.nexnum.platform.outbound;

import com.nexnum.platform.outbound.OutboundReply.Answer;
import com.nexnum.platform.outbound.OutboundReply.Lost;
import com.nexnum.platform.outbound.OutboundReply.NotSent;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Calls addresses that people typed in. A host is resolved once, its addresses are checked, and the
 * connection goes to one of those; no request is sent twice, no redirect is followed, no proxy,
 * cookie or compression is used; size and time of all of it are bounded. What goes wrong is a
 * reply, never an exception.
 */
public final class GuardedClient implements AutoCloseable {

    /** Whose absent body is said to be empty. */
    private static final Set<String> BODIES = Set.of("POST", "PUT", "PATCH");

    private static final String NAME = "NexNum";
    private static final int HEADERS = 200;
    private static final int LINE = 16 * 1024;

    /** A server may have hung up in between: looked at before a connection is used again. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(1);

    /** So that a name's new address is used one day. */
    private static final TimeValue OLDEST = TimeValue.ofMinutes(5);

    private final CloseableHttpClient client;
    private final PoolingHttpClientConnectionManager connections;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int body;

    public GuardedClient(Destinations destinations, OutboundLimits limits) {
        this(destinations, limits, InetAddress::getAllByName);
    }

    GuardedClient(Destinations destinations, OutboundLimits limits, CheckedNames.Names names) {
        QuietWire.keep();
        this.body = limits.body();
        this.connections = connections(new CheckedNames(destinations, names), limits);
        this.client =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .setRequestExecutor(new SentOnce())
                        .setUserAgent(NAME)
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .disableConnectionState()
                        .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            CheckedNames names, OutboundLimits limits) {
        var connect = Timeout.of(limits.connect());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setMaxConnTotal(limits.connections())
                .setMaxConnPerRoute(limits.connections())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(connect)
                                .setValidateAfterInactivity(IDLE)
                                .setTimeToLive(OLDEST)
                                .build())
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(
                                        Http1Config.custom()
                                                .setMaxHeaderCount(HEADERS)
                                                .setMaxLineLength(LINE)
                                                .setMaxEmptyLineCount(10)
                                                .build())
                                .build())
                .build();
    }

    /** Keeps so many at once from now on. */
    public void connections(int most) {
        connections.setMaxTotal(most);
        connections.setDefaultMaxPerRoute(most);
    }

    /** Sends it, at most once, and waits for the whole answer. */
    public OutboundReply send(OutboundCall call) {
        var request = request(call);
        if (request == null) {
            return new NotSent("no address to call");
        }
        var pass = new SentOnce.Pass();
        var running = threads.submit(() -> exchange(request, pass));
        try {
            return running.get(call.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return abandoned(request, pass, "no whole answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandoned(request, pass, "interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            return abandoned(request, pass, "the exchange broke off");
        }
    }

    private static OutboundReply abandoned(
            HttpUriRequestBase request, SentOnce.Pass pass, String why) {
        var neverSent = pass.seal();
        request.cancel();
        return neverSent ? new NotSent("no connection") : new Lost(why);
    }

    private static @Nullable HttpUriRequestBase request(OutboundCall call) {
        if (call.address().getHost() == null) {
            return null;
        }
        var request = new HttpUriRequestBase(call.method(), call.address());
        call.headers().forEach(request::setHeader);
        if (call.body().length > 0 || BODIES.contains(call.method())) {
            request.setEntity(new ByteArrayEntity(call.body(), null));
        }
        request.setConfig(config(call.timeout()));
        return request;
    }

    private static RequestConfig config(Duration timeout) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(timeout))
                .setResponseTimeout(Timeout.of(timeout))
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setExpectContinueEnabled(false)
                .build();
    }

    private OutboundReply exchange(HttpUriRequestBase request, SentOnce.Pass pass) {
        var context = HttpClientContext.create();
        pass.into(context);
        try (var response = client.executeOpen(null, request, context)) {
            return read(response);
        } catch (CheckedNames.Forbidden e) {
            pass.seal();
            return new NotSent(
                    "the address is not a public one, nor in nexnum.outbound.allowed-networks");
        } catch (IOException | RuntimeException e) {
            return pass.seal() ? new NotSent("no connection") : new Lost("the exchange broke off");
        }
    }

    private OutboundReply read(ClassicHttpResponse response) throws IOException {
        var bytes = new byte[0];
        var entity = response.getEntity();
        if (entity != null) {
            // Closing an answer that was not read to its end closes its connection.
            bytes = entity.getContent().readNBytes(body + 1);
            if (bytes.length > body) {
                return new Lost("an answer of more than " + body + " bytes");
            }
        }
        return new Answer(response.getCode(), bytes, headers(response));
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(
                            header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(header.getValue());
        }
        return headers;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        threads.close();
    }
}
