package com.nexnum.command.routing.learning;

import java.time.Duration;
import java.time.Instant;

/**
 * Outcomes counted so that each counts half as much after every half-life. Sums of tallies do not
 * depend on the order in which they are added, up to rounding.
 *
 * @param delivered numbers that got an SMS
 * @param silent numbers that have none; a number is one of these until its first SMS
 * @param smsSeconds from the sale to the first SMS, summed over those delivered
 * @param answers sales and refusals
 * @param answerSeconds from being asked to the answer, summed over those answers
 * @param asOf when a new outcome would count 1
 */
public record Tally(
        double delivered,
        double silent,
        double smsSeconds,
        double answers,
        double answerSeconds,
        Instant asOf) {

    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, Instant.EPOCH);

    /** A number was sold; nobody knows yet whether its SMS comes. */
    public static Tally sold(Instant at) {
        return new Tally(0, 1, 0, 0, 0, at);
    }

    /** The first SMS of a number that was counted as sold. */
    public static Tally delivered(Instant soldAt, Duration after) {
        return new Tally(1, -1, seconds(after), 0, 0, soldAt);
    }

    /** A number that was counted as sold, and says nothing about its provider after all. */
    public static Tally forgotten(Instant soldAt) {
        return new Tally(0, -1, 0, 0, 0, soldAt);
    }

    public static Tally answered(Instant at, Duration after) {
        return new Tally(0, 0, 0, 1, seconds(after), at);
    }

    public Tally plus(Tally other, Duration halfLife) {
        var at = asOf.isAfter(other.asOf) ? asOf : other.asOf;
        var one = at(at, halfLife);
        var two = other.at(at, halfLife);
        return new Tally(
                one.delivered + two.delivered,
                one.silent + two.silent,
                one.smsSeconds + two.smsSeconds,
                one.answers + two.answers,
                one.answerSeconds + two.answerSeconds,
                at);
    }

    /** The same without what is in another, which is part of it; never below nothing. */
    Tally minus(Tally part, Instant now, Duration halfLife) {
        var all = at(now, halfLife);
        var less = part.at(now, halfLife);
        return new Tally(
                Math.max(0, all.delivered - less.delivered),
                Math.max(0, all.silent - less.silent),
                Math.max(0, all.smsSeconds - less.smsSeconds),
                Math.max(0, all.answers - less.answers),
                Math.max(0, all.answerSeconds - less.answerSeconds),
                now);
    }

    /** As it counts at a later instant; an earlier one changes nothing, since clocks differ. */
    public Tally at(Instant now, Duration halfLife) {
        if (!now.isAfter(asOf)) {
            return this;
        }
        double kept = Math.pow(2, -seconds(Duration.between(asOf, now)) / seconds(halfLife));
        return new Tally(
                delivered * kept,
                silent * kept,
                smsSeconds * kept,
                answers * kept,
                answerSeconds * kept,
                now);
    }

    double numbers() {
        return delivered + silent;
    }

    static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
