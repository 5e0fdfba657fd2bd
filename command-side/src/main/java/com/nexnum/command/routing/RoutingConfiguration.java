package com.nexnum.command.routing;

import com.nexnum.command.routing.learning.Judge;
import com.nexnum.platform.eventstore.GroupSequence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How providers are weighed, and how their outcomes are followed. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    @Bean
    RouteTerms routeTerms(RoutingProperties properties) {
        return properties.terms();
    }

    @Bean
    Judge judge(RouteTerms terms) {
        return terms.judge();
    }

    /** An order's sale and its activation's SMS are one story. */
    @Bean
    GroupSequence routingSequence() {
        return new GroupSequence(
                "routing",
                stream ->
                        stream.startsWith("ord_")
                                ? "act_" + stream.substring("ord_".length())
                                : stream);
    }
}
