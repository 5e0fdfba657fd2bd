package com.nexnum.faults;

import com.nexnum.command.CommandSide;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * NexNum as it runs for customers, except that it dies where its standard input says, and when that
 * ends.
 */
final class Killable {

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("orders").start(Killable::listen);
        new SpringApplicationBuilder(CommandSide.class, KillPoints.class).run(arguments);
    }

    private static void listen() {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (var line = orders.readLine(); line != null; line = orders.readLine()) {
                KillPoints.POINTS.obey(line);
            }
        } catch (IOException e) {
            System.err.println("No more orders: " + e);
        }
        Runtime.getRuntime().halt(1);
    }

    private Killable() {}
}
