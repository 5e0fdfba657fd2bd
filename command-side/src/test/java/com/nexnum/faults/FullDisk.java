package com.nexnum.faults;

import static org.awaitility.Awaitility.await;

import com.nexnum.faults.Door.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the last byte of the disk under load, and gives it back. */
final class FullDisk {

    private final Harness harness;
    private final Load load;
    private final SmallDisk disk;
    private final Customer witness;

    FullDisk(Harness harness, Load load, SmallDisk disk) {
        this.harness = harness;
        this.load = load;
        this.disk = disk;
        this.witness = harness.customer("witness-" + harness.random().nextInt(1 << 30));
    }

    void round() {
        load.start();
        disk.fill();
        needNewFiles();
        var refused = purchase(503);
        if (!refused.code().equals("STORAGE_UNAVAILABLE")) {
            harness.tally().complain("A full disk says " + refused.body());
        }
        Tally.say("a full disk says " + refused.status() + " " + refused.code());
        disk.free();
        purchase(201);
        load.stop();
        harness.check("after a full disk");
    }

    /** A table that grows, then the log: the second ends the server. */
    private void needNewFiles() {
        var sql = JdbcClient.create(harness.app().database().dataSource());
        for (var need :
                List.of(
                        "create table filler as select generate_series(1, 100000)",
                        "select pg_switch_wal()",
                        "select pg_logical_emit_message(true, 'filler', 'more')",
                        "select pg_switch_wal()",
                        "select pg_logical_emit_message(true, 'filler', 'more')")) {
            try {
                sql.sql(need).query().listOfRows();
            } catch (DataAccessException e) {
                Tally.say("the disk is full: " + e.getMostSpecificCause().getMessage());
            }
        }
    }

    /** A new one each time, until it is answered so. */
    private Answer purchase(int status) {
        return await("a purchase says " + status)
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> witness.triesToBuy(harness.upstream(), UUID.randomUUID().toString()),
                        answer -> answer != null && answer.status() == status);
    }
}
