package com.nexnum.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host once, for the connection that is about to be made: what was checked is what is
 * connected to, whatever the name means a moment later. A name that means an address of ours among
 * others is refused whole.
 */
final class CheckedNames implements DnsResolver {

    private final Destinations destinations;
    private final Names names;

    CheckedNames(Destinations destinations, Names names) {
        this.destinations = destinations;
        this.names = names;
    }

    /** Whoever knows what a name means now. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** The name leads to where no call may go. */
    static final class Forbidden extends UnknownHostException {

        private static final long serialVersionUID = 1;

        Forbidden() {
            super("an address that is not public");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.of(host);
        for (var address : addresses) {
            if (!destinations.permit(address)) {
                throw new Forbidden();
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
