package com.nexnum.platform.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Where calls may go: to public addresses, and to what is allowed besides. Not public is whatever
 * the IANA special-purpose registries (RFC 6890) keep from being reached globally, multicast, and
 * IPv6 outside of 2000::/3, which takes in the ways to write an IPv4 address as an IPv6 one.
 */
public final class Destinations {

    private static final List<InetAddressMatcher> SPECIAL =
            networks(
                    List.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.31.196.0/24",
                            "192.52.193.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "192.175.48.0/24",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/3",
                            "2001::/23",
                            "2001:db8::/32",
                            "2002::/16",
                            "2620:4f:8000::/48",
                            "3fff::/20"));
    private static final InetAddressMatcher GLOBAL_UNICAST =
            InetAddressMatchers.fromIpAddress("2000::/3");

    private static final Destinations PUBLIC = publicAnd(List.of());
    private static final Destinations LOOPBACK = publicAnd(List.of("127.0.0.0/8", "::1/128"));

    private final List<InetAddressMatcher> allowed;

    private Destinations(List<InetAddressMatcher> allowed) {
        this.allowed = allowed;
    }

    /** Public addresses alone. */
    public static Destinations ofThePublic() {
        return PUBLIC;
    }

    /** Public addresses and those of this machine. */
    public static Destinations withLoopback() {
        return LOOPBACK;
    }

    /**
     * @param networks in CIDR form, such as {@code 10.1.0.0/16}, or single addresses
     * @throws IllegalArgumentException when one of them is neither
     */
    public static Destinations publicAnd(List<String> networks) {
        return new Destinations(networks(networks));
    }

    /**
     * An address that secrets may travel in: https, or http within this machine.
     *
     * @throws IllegalArgumentException when it is another one, names a user, or has no host
     */
    public static void requireSafe(URI address) {
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("An address has a host and no user");
        }
        var isPlain = "http".equals(address.getScheme());
        if (!isPlain && !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException("An address begins with https://");
        }
        if (isPlain && !isThisMachine(address.getHost())) {
            throw new IllegalArgumentException("Only an address of this machine may be http://");
        }
    }

    /** Without asking anybody: a name other than {@code localhost} is somebody else's. */
    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a call may go there. */
    public boolean permit(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.matches(address)) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        return (!(address instanceof Inet6Address) || GLOBAL_UNICAST.matches(address))
                && SPECIAL.stream().noneMatch(network -> network.matches(address));
    }

    private static List<InetAddressMatcher> networks(List<String> networks) {
        return networks.stream().map(Destinations::network).toList();
    }

    private static InetAddressMatcher network(String text) {
        if (!text.matches("[0-9.]+(/[0-9]{1,2})?|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/[0-9]{1,3})?")) {
            throw new IllegalArgumentException(
                    "A network is an address, or an address and a length: 10.1.0.0/16");
        }
        return InetAddressMatchers.fromIpAddress(text);
    }
}
