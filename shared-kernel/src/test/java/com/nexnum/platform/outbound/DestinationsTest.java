package com.nexnum.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.15.255.255",
                "172.32.0.0",
                "100.63.255.255",
                "192.0.3.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001:800::200e"
            })
    void permits_public_addresses(String address) throws UnknownHostException {
        assertThat(Destinations.ofThePublic().permit(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.3",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.2.7",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001:db8::1"
            })
    void refuses_addresses_that_are_not_public_however_they_are_written(String address)
            throws UnknownHostException {
        assertThat(Destinations.ofThePublic().permit(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void permits_what_is_allowed_besides_and_no_more() throws UnknownHostException {
        var some = Destinations.publicAnd(List.of("10.1.0.0/16", "fd00::7"));
        assertThat(some.permit(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(some.permit(InetAddress.getByName("fd00::7"))).isTrue();
        assertThat(some.permit(InetAddress.getByName("10.2.0.1"))).isFalse();
        assertThat(some.permit(InetAddress.getByName("fd00::8"))).isFalse();
        assertThat(some.permit(InetAddress.getByName("8.8.8.8"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0/8x", "example.com/8", "1:2/200"})
    void refuses_a_network_that_is_none(String network) {
        assertThatThrownBy(() -> Destinations.publicAnd(List.of(network)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
