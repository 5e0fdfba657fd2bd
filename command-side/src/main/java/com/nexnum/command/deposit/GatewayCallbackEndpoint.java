package com.nexnum.command.deposit;

import com.nexnum.platform.web.Problem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gateways report here; the signature is the only credential. */
@RestController
class GatewayCallbackEndpoint {

    private final Gateways gateways;
    private final DepositSettlement settlement;

    GatewayCallbackEndpoint(Gateways gateways, DepositSettlement settlement) {
        this.gateways = gateways;
        this.settlement = settlement;
    }

    @PostMapping("/api/v1/gateways/{gateway}/callbacks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callback(
            @PathVariable String gateway,
            @RequestHeader Map<String, String> headers,
            @RequestBody byte[] body) {
        var known =
                gateways.find(gateway)
                        .orElseThrow(() ->
                                Problem.of(404, "GATEWAY_NOT_FOUND", "There is no such gateway")
                                        .raised());
        var byLowerCase = new HashMap<String, String>();
        headers.forEach((name, value) -> byLowerCase.put(name.toLowerCase(Locale.ROOT), value));
        settlement.settle(known.name(), known.read(byLowerCase, body));
    }
}
