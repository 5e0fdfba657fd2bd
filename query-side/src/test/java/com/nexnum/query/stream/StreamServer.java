package com.nexnum.query.stream;

import static com.nexnum.query.history.Door.ANNA;

import com.nexnum.query.history.Door;
import com.nexnum.query.history.ReadModels;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.DelegatingWebMvcConfiguration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The stream behind a real web server, for one signed-in customer. */
final class StreamServer implements AutoCloseable {

    private static final Instant MORNING = Instant.parse("2026-03-01T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final OpenStreams streams;
    private final Tomcat tomcat = new Tomcat();
    private final HttpClient http = HttpClient.newHttpClient();

    StreamServer(ReadModels models, StreamSettings settings) {
        streams = new OpenStreams(settings);
        streams.start();
        sessions.add("session");
        var endpoint =
                new StreamEndpoint(
                        new NewsSource(new Feed(models.sql), models.changes, settings),
                        streams,
                        clock(),
                        sessions::contains);
        try {
            tomcat.setBaseDir(Files.createTempDirectory("stream").toString());
            tomcat.setPort(0);
            tomcat.getConnector()
                    .getProtocolHandler()
                    .setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var context = tomcat.addContext("", null);
            Tomcat.addServlet(context, "spring", new DispatcherServlet(spring(endpoint)));
            context.addServletMappingDecoded("/", "spring");
            tomcat.start();
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    OpenConnection connect(@Nullable String lastEventId) throws Exception {
        var address = "http://localhost:" + tomcat.getConnector().getLocalPort() + "/api/v1/stream";
        var request = HttpRequest.newBuilder(URI.create(address));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new OpenConnection(
                http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    void letTokensExpire() {
        now.set(Door.TOKEN_END);
    }

    void signOut() {
        sessions.clear();
    }

    void awaitNoStreams() {
        Awaitility.await().until(() -> streams.count(ANNA) == 0);
    }

    @Override
    public void close() {
        streams.stop();
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private static GenericWebApplicationContext spring(StreamEndpoint endpoint) {
        var spring = new GenericWebApplicationContext();
        AnnotationConfigUtils.registerAnnotationConfigProcessors(spring);
        spring.registerBean(DelegatingWebMvcConfiguration.class);
        spring.registerBean(StreamEndpoint.class, () -> endpoint);
        spring.registerBean(Door.Refusals.class);
        spring.registerBean(
                WebMvcConfigurer.class,
                () ->
                        new WebMvcConfigurer() {
                            @Override
                            public void addArgumentResolvers(
                                    List<HandlerMethodArgumentResolver> resolvers) {
                                resolvers.add(Door.signedIn(ANNA));
                            }
                        });
        return spring;
    }
}
