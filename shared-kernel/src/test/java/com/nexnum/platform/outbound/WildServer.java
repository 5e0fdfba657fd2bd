package com.nexnum.platform.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that writes whatever it likes; counts the requests that it got. */
final class WildServer implements AutoCloseable {

    /** What is done after one request was read to the end of its headers. */
    @FunctionalInterface
    interface Manners {
        void answer(Socket caller) throws IOException, InterruptedException;
    }

    final AtomicInteger requests = new AtomicInteger();
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Manners manners;

    private WildServer(Manners manners) throws IOException {
        this.manners = manners;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    static WildServer with(Manners manners) {
        try {
            return new WildServer(manners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Always the same bytes, then the connection ends. */
    static WildServer saying(String answer) {
        return with(caller -> {
            say(caller, answer);
            caller.close();
        });
    }

    static void say(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        caller.getOutputStream().flush();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                var caller = listening.accept();
                threads.execute(() -> serve(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            while (readHeaders(caller)) {
                requests.incrementAndGet();
                manners.answer(caller);
            }
        } catch (SocketException e) {
            // The caller has had enough, or we have.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean readHeaders(Socket caller) throws IOException {
        if (caller.isClosed()) {
            return false;
        }
        int ends = 0;
        for (int read = caller.getInputStream().read(); read >= 0; ) {
            ends = read == '\n' ? ends + 1 : read == '\r' ? ends : 0;
            if (ends == 2) {
                return true;
            }
            read = caller.getInputStream().read();
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
