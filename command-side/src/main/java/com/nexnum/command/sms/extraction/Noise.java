package com.nexnum.command.sms.extraction;

import java.util.regex.Pattern;

/** What holds digits and is never the code, in the order in which it is hidden. */
enum Noise {
    ADDRESS_WITH_SCHEME("(?i)(?<![a-z0-9])[a-z][a-z0-9+]{1,9}://[\\x21-\\x7e]*+"),
    ADDRESS_WITH_WWW("(?i)(?<![a-z0-9])www\\.[\\x21-\\x7e]*+"),
    ADDRESS_WITH_PATH(
            "(?<![A-Za-z0-9.@/-])(?:[A-Za-z0-9-]{1,63}\\.){1,4}[a-z]{2,10}/[\\x21-\\x7e]*+"),
    EMAIL(
            "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}"
                    + "(?:\\.[A-Za-z0-9-]{1,63}){1,4}"),
    /** By which an Android app recognises its own SMS: eleven characters at the very end. */
    APP_HASH(
            "(?<!\\S)(?=[A-Za-z0-9+/]{0,10}[0-9+/]|[A-Za-z]{1,10}[A-Z])[A-Za-z0-9+/]{11}"
                    + "(?=\\s{0,9}\\z)"),
    MASKED(
            "[*•]{2,}+[ )-]{0,3}[*•]{0,9}[ -]?\\d{2,6}(?![\\d*])|(?<![\\d*])\\*\\d{4}(?![\\d*])"
                    + "|(?i)(?<![a-z0-9])x{2,12}[ -]?\\d{2,6}(?![a-z0-9])"),
    DATE(
            "(?<![\\d.])(?:(?:0?[1-9]|[12]\\d|3[01])([./-])(?:0?[1-9]|1[0-2])\\1"
                    + "|(?:0?[1-9]|1[0-2])([./-])(?:0?[1-9]|[12]\\d|3[01])\\2)(?:\\d{4}|\\d{2})(?!\\d)"),
    ISO_DATE("(?<!\\d)(?:19|20)\\d{2}([./-])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])(?!\\d)"),
    CJK_DATE("(?<!\\d)\\d{1,4}\\s?[年月日時时년월일]"),
    TIME("(?<![\\d:])\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)"),
    AMOUNT_OF_SOMETHING(
            "(?i)(?<!\\d)\\d{1,5}\\s?(?:(?:min(?:ute)?s?|minut(?:os|en|er|i|y|a|ter)|sec(?:ond)?s?"
                    + "|hours?|hrs?|days?|stunden|heures|horas?|ore|dakika|saat|saniye|menit|jam"
                    + "|phút|giờ|минут[аы]?|мин|час(?:а|ов)?|секунд[аы]?|сек|хв(?:илин)?|год(?:ин)?"
                    + "|דקות|دقيقة|دقائق|دقیقه|ثانیه|मिनट|km|mb|gb|kb|мб|гб|points?|pts|coins?"
                    + "|miles|балл(?:а|ов)?|бонус(?:а|ов)?)(?!\\p{L})|分钟|分鐘|分|小时|小時|時間|秒|분|초|นาที)"),
    MONEY_SIGN_BEFORE(
            "(?i)(?:[$€£¥₹₽₴₺₩₦₱₫₪฿]|(?<!\\p{L})(?:usd|eur|gbp|inr|rub|aed|sar|ngn|idr|pkr|php|rs|rp"
                    + "|ksh|₸)\\.?)\\s?\\d[\\d.,]{0,14}"),
    MONEY_SIGN_AFTER(
            "(?i)(?<![\\d.,])(?:\\d{1,3}(?: \\d{3}){1,3}|\\d[\\d.,]{0,14})\\s?(?:[$€£¥₹₽₴₺₩₦₱₫₪฿%₸元円원]"
                    + "|(?:usd|eur|gbp|inr|rub|aed|sar|ngn|idr|pkr|php|try|tl|kr|zł|kč|ft|lei"
                    + "|руб(?:лей|ля|ль)?|р|грн|тенге|dollars?|euros?|บาท|تومان|ریال|ريال|درهم)"
                    + "(?!\\p{L}))"),
    NUMBER_WITH_POINTS(
            "(?<![\\d.,])(?:\\d{1,3}(?:[.,]\\d{3})++(?:[.,]\\d{1,2})?|\\d{1,9}[.,]\\d{1,2}"
                    + "|\\d{1,3}(?:\\.\\d{1,3}){3})(?!\\d)"),
    PHONE_WITH_PLUS(
            "\\+\\d[\\d*]{6,15}(?!\\d)|\\+\\d{1,3}(?:[ .-]?\\(\\d{1,5}\\)|[ .-]\\d{1,6}){2,5}+"),
    PHONE_WITH_BRACKETS("(?<!\\d)\\(\\d{2,5}\\)[ -]?\\d{2,4}(?:[ -]\\d{2,4}){1,3}"),
    PHONE_IN_GROUPS(
            "(?<![\\d-])(?:\\d{1,2}[ -]\\d{3}[ -]\\d{3}[ -]\\d{2,4}(?:[ -]\\d{2})?"
                    + "|\\d{3}[ .-]\\d{3}[ .-]\\d{4}|0\\d{2,4}[ -]\\d{3}[ -]\\d{3,4})(?![\\d-])"),
    LONG_REFERENCE("(?<![A-Za-z0-9-])[A-Za-z0-9]{4,}+(?:-[A-Za-z0-9]{2,}+){2,}+"),
    COPYRIGHT("©\\s?\\d{4}");

    private static final char HIDDEN = '\u25A0';

    private final Pattern pattern;

    Noise(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    /** The text with all noise replaced, character by character, by a mark. */
    static String hiddenIn(String text) {
        var hidden = new StringBuilder(text);
        for (var noise : values()) {
            var matcher = noise.pattern.matcher(hidden.toString());
            while (matcher.find()) {
                for (int i = matcher.start(); i < matcher.end(); i++) {
                    hidden.setCharAt(i, HIDDEN);
                }
            }
        }
        return hidden.toString();
    }
}
