package com.nexnum.command.deposit;

import com.nexnum.platform.web.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every payment gateway by its name. */
@Component
public class Gateways {

    private final Map<String, Gateway> byName = new TreeMap<>();

    Gateways(List<Gateway> gateways) {
        gateways.forEach(gateway -> byName.put(gateway.name(), gateway));
    }

    Collection<Gateway> all() {
        return byName.values();
    }

    Optional<Gateway> find(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(byName.get(name));
    }

    /**
     * @throws com.nexnum.platform.web.ProblemException when a client names none of them
     */
    public Gateway named(@Nullable String name) {
        return find(name)
                .orElseThrow(() ->
                        Problem.of(400, "GATEWAY_UNKNOWN", "Name one of the gateways")
                                .with("gateways", List.copyOf(byName.keySet()))
                                .raised());
    }
}
