package com.nexnum.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the last byte of the disk under load, and gives it back. */
final class FullDisk {

    private static final String OFFERS = "/api/v1/offers?service=whatsapp&country=US";

    private final Harness harness;
    private final Load load;
    private final SmallDisk disk;

    FullDisk(Harness harness, Load load, SmallDisk disk) {
        this.harness = harness;
        this.load = load;
        this.disk = disk;
    }

    void round() {
        load.start();
        disk.fill();
        crash();
        var said = awaits(503);
        if (!said.code().equals("STORAGE_UNAVAILABLE")) {
            harness.tally().complain("A full disk says " + said.body());
        }
        disk.free();
        awaits(200);
        load.stop();
        harness.check("after a full disk");
    }

    /** The server needs a new file for what it is about to note, and ends for want of it. */
    private void crash() {
        try {
            var sql = JdbcClient.create(harness.app().database().dataSource());
            sql.sql("create table filler as select generate_series(1, 1000)").update();
            sql.sql("select pg_switch_wal()").query(String.class).single();
            sql.sql("drop table filler").update();
            sql.sql("select pg_switch_wal()").query(String.class).single();
        } catch (DataAccessException e) {
            Tally.say("the disk is full: " + e.getMostSpecificCause().getMessage());
        }
    }

    private Door.Answer awaits(int status) {
        return await(OFFERS + " says " + status)
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> harness.door().once(OFFERS, UnaryOperator.identity()),
                        answer -> answer != null && answer.status() == status);
    }
}
