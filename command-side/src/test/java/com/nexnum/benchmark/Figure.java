package com.nexnum.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What one measurement found.
 *
 * @param name lower case, words joined by hyphens
 * @param value in {@code unit}; the median where it was taken several times
 * @param floor the least that the ratio (or, without one, the value) may be; a ceiling for times
 * @param ratio the value to that of the yardstick in the same run
 * @param remark what was compared, and what the reader must know to judge it
 */
public record Figure(
        String name,
        double value,
        String unit,
        Optional<String> floor,
        Optional<Double> ratio,
        String remark) {

    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.empty(), Optional.empty(), "");
    }

    public Figure floor(String least) {
        return new Figure(name, value, unit, Optional.of(least), ratio, remark);
    }

    public Figure ratio(double toYardstick) {
        return new Figure(name, value, unit, floor, Optional.of(toYardstick), remark);
    }

    public Figure remark(String said) {
        return new Figure(name, value, unit, floor, ratio, said);
    }

    /** The one line of it, as in {@code bench wallet-16 figure=5210 unit=commands/s floor=…}. */
    public String line() {
        return "bench %s figure=%s unit=%s floor=%s ratio=%s"
                .formatted(name, figure(), unit, floor.orElse("-"), ratioText());
    }

    String figure() {
        return round(value, 4);
    }

    String ratioText() {
        return ratio.map(it -> round(it, 3)).orElse("-");
    }

    private static String round(double number, int digits) {
        return new BigDecimal(number)
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toPlainString();
    }
}
