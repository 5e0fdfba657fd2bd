package com.nexnum.platform.web.edge;

import org.springframework.core.Ordered;

/** The order of the filters that stand before Spring Security's. */
final class EdgeOrder {

    static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE;
    static final int HEADERS = REQUEST_ID + 1;
    static final int ENVELOPE = REQUEST_ID + 2;
    static final int BODY_LIMIT = REQUEST_ID + 3;

    private EdgeOrder() {}
}
