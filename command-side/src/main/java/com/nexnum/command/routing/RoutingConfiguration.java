package com.nexnum.command.routing;

import com.nexnum.command.routing.learning.Judge;
import com.nexnum.platform.eventstore.GroupSequence;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How providers are weighed, and how their outcomes are followed. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    private static final String GROUP = "routing";

    @Bean
    RouteTerms routeTerms(RoutingProperties properties) {
        return properties.terms();
    }

    @Bean
    Judge judge(RouteTerms terms) {
        return terms.judge();
    }

    /** An order's sale and its activation's SMS are one story, and one segment reads it. */
    @Bean
    ConfigurerModule routingInSequence() {
        return configurer ->
                configurer
                        .eventProcessing()
                        .registerSequencingPolicy(GROUP, _ -> RoutingConfiguration::sequence);
    }

    /** The same for events that nobody can read, which are told by their stream alone. */
    @Bean
    GroupSequence routingSequence() {
        return new GroupSequence(GROUP, RoutingConfiguration::story);
    }

    private static Object sequence(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain
                ? story(domain.getAggregateIdentifier())
                : event.getIdentifier();
    }

    private static String story(String stream) {
        return stream.startsWith("ord_") ? "act_" + stream.substring("ord_".length()) : stream;
    }
}
