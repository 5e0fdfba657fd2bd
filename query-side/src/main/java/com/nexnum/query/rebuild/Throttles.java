package com.nexnum.query.rebuild;

import com.nexnum.platform.web.traffic.LiveTraffic;
import org.springframework.stereotype.Component;

/** Makes the throttle of a rebuild that begins. */
@Component
class Throttles {

    private final LiveTraffic traffic;
    private final ProjectionProperties properties;

    Throttles(LiveTraffic traffic, ProjectionProperties properties) {
        this.traffic = traffic;
        this.properties = properties;
    }

    Throttle begin() {
        return new TrafficThrottle(traffic, properties.slowdown());
    }
}
