package com.nexnum.command.platform.lanes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are carried out.
 *
 * @param count lanes, each one thread and one connection; one for each core is enough
 * @param batch commands in one commit at most
 * @param queue commands that may wait in a lane; beyond it callers are refused
 */
@ConfigurationProperties("nexnum.lanes")
public record LaneProperties(
        @DefaultValue("2") int count,
        @DefaultValue("64") int batch,
        @DefaultValue("2048") int queue) {

    public LaneProperties {
        if (count < 1 || count > 64) {
            throw new IllegalArgumentException("nexnum.lanes.count must be 1 to 64");
        }
        if (batch < 1 || batch > 1_000) {
            throw new IllegalArgumentException("nexnum.lanes.batch must be 1 to 1000");
        }
        if (queue < 1) {
            throw new IllegalArgumentException("nexnum.lanes.queue must be positive");
        }
    }
}
