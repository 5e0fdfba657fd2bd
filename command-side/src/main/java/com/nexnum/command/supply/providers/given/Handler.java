package com.nexnum.command.supply.providers.given;

import com.nexnum.command.supply.engine.document.Operation;
import tools.jackson.databind.node.ObjectNode;

/** What is known of hosts of the SMS-Activate protocol, where a document says nothing of it. */
final class Handler {

    private Handler() {}

    static void complete(Operation operation, ObjectNode endpoint) {
        if (endpoint.has("success") || endpoint.has("pattern")) {
            return;
        }
        switch (operation) {
            case CANCEL -> endpoint.put("success", "$text = 'ACCESS_CANCEL'");
            case COMPLETE -> endpoint.put("success", "$text = 'ACCESS_ACTIVATION'");
            case NEXT_SMS -> endpoint.put("success", "$text = 'ACCESS_RETRY_GET'");
            default -> {}
        }
    }
}
