package com.nexnum.command.routing.learning;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.routing.RouteDecision.Merits;
import com.nexnum.kernel.routing.RouteSort;
import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Duration;
import java.time.Instant;

/**
 * Weighs a provider: Thompson sampling. A chance is drawn from what is known, so that a provider
 * that may be better is tried as often as it may be better.
 *
 * @param halfLife after which an outcome counts half
 * @param patience an SMS that takes this long is worth half of one that comes at once
 * @param attemptCost what a number costs its customer beside its price: waiting, and trying again
 */
public record Judge(Duration halfLife, Duration patience, Money attemptCost) {

    private static final double MILLION = 1e6;

    /** Until an SMS was seen, it is expected after this; it counts as {@link #FEW} seen ones. */
    private static final double USUAL_SMS_SECONDS = 30;

    private static final double USUAL_ANSWER_SECONDS = 1;
    private static final double FEW = 2;

    /**
     * @param price as listed, so that who costs more has to be better by as much
     * @param priority only passed on
     * @param weight in percent
     */
    @SuppressWarnings("checkstyle:ParameterNumber") // All that speaks for a provider.
    public Merits judge(
            RouteSort sort,
            ProviderSlug provider,
            Money price,
            int priority,
            int weight,
            Evidence evidence,
            Draw draw,
            Instant now) {
        var here = evidence.here().at(now, halfLife);
        var anywhere = evidence.anywhere().at(now, halfLife);
        var belief = Belief.of(evidence, now, halfLife);
        double drawn = draw.chance(belief, provider);
        double sms = usual(here.smsSeconds(), here.delivered(), USUAL_SMS_SECONDS);
        double answer = usual(anywhere.answerSeconds(), anywhere.answers(), USUAL_ANSWER_SECONDS);
        double slack = Tally.seconds(patience);
        double worth = drawn * slack / (slack + sms + answer) * weight / 100;
        return new Merits(
                Math.round(sort == RouteSort.QUALITY ? worth * MILLION : perMoney(worth, price)),
                (int) Math.round(drawn * MILLION),
                (int) Math.round(belief.mean() * MILLION),
                (int) Math.round(Math.max(0, here.numbers())),
                (int) Math.round(sms),
                (int) Math.round(answer * 1_000),
                priority,
                weight);
    }

    private double perMoney(double worth, Money price) {
        double micros = (double) price.micros() + attemptCost.micros();
        return worth * MILLION * MILLION / Math.max(1, micros);
    }

    private static double usual(double sum, double count, double expected) {
        return Math.max(0, sum + FEW * expected) / (Math.max(0, count) + FEW);
    }
}
