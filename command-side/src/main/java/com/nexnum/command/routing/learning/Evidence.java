package com.nexnum.command.routing.learning;

/**
 * What is known of a provider.
 *
 * @param here for the service and country in question
 * @param anywhere for all services and countries, this one too
 */
public record Evidence(Tally here, Tally anywhere) {

    public static final Evidence NONE = new Evidence(Tally.NOTHING, Tally.NOTHING);
}
