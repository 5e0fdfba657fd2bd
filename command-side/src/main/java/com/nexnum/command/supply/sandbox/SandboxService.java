package com.nexnum.command.supply.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * A service that the sandbox sells numbers for.
 *
 * @param slug as 5sim calls it, and we
 * @param code as SMS-Activate calls it
 * @param cents what a number costs in a country of factor 100, in hundredths of a dollar
 * @param digits how long its codes are
 * @param template the SMS: {@code %1$s} is the code, {@code %2$s} and {@code %3$s} its halves
 */
public record SandboxService(
        String slug, String code, String name, int cents, int digits, String template) {

    public static final List<SandboxService> ALL =
            List.of(
                    new SandboxService(
                            "whatsapp",
                            "wa",
                            "WhatsApp",
                            60,
                            6,
                            "Your WhatsApp code: %2$s-%3$s\n\nYou can also tap on this link to verify"
                                    + " your phone: v.whatsapp.com/%1$s\n\nDon't share this code"
                                    + " with others"),
                    new SandboxService(
                            "telegram",
                            "tg",
                            "Telegram",
                            80,
                            5,
                            "Telegram code: %1$s\n\nYou can also tap on this link to log in:\n"
                                    + "https://t.me/login/%1$s"),
                    new SandboxService(
                            "google",
                            "go",
                            "Google",
                            25,
                            6,
                            "G-%1$s is your Google verification code. Don't share your code with"
                                    + " anyone."),
                    new SandboxService(
                            "facebook",
                            "fb",
                            "Facebook",
                            12,
                            5,
                            "%1$s is your Facebook confirmation code"),
                    new SandboxService(
                            "instagram",
                            "ig",
                            "Instagram",
                            10,
                            6,
                            "%2$s %3$s is your Instagram code. Don't share it."),
                    new SandboxService(
                            "tiktok",
                            "lf",
                            "TikTok",
                            14,
                            6,
                            "[TikTok] %1$s is your verification code, valid for 5 minutes. To keep"
                                    + " your account safe, never forward this code."),
                    new SandboxService(
                            "discord",
                            "ds",
                            "Discord",
                            15,
                            6,
                            "Your Discord verification code is: %1$s"),
                    new SandboxService(
                            "twitter",
                            "tw",
                            "X",
                            9,
                            6,
                            "Your X confirmation code is %1$s. Don't reply to this message with"
                                    + " your code."),
                    new SandboxService(
                            "amazon",
                            "am",
                            "Amazon",
                            20,
                            6,
                            "%1$s is your Amazon OTP. Do not share it with anyone."),
                    new SandboxService(
                            "microsoft",
                            "mm",
                            "Microsoft",
                            8,
                            4,
                            "Use %1$s as Microsoft account security code"),
                    new SandboxService(
                            "openai",
                            "dr",
                            "OpenAI",
                            30,
                            6,
                            "Your OpenAI API verification code is: %1$s"),
                    new SandboxService(
                            "tinder",
                            "oi",
                            "Tinder",
                            45,
                            6,
                            "Your Tinder code is %1$s. Don't share it with anyone."));

    String message(RandomGenerator random) {
        var digitsOfCode = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            digitsOfCode.append(random.nextInt(i == 0 ? 1 : 0, 10));
        }
        var number = digitsOfCode.toString();
        int half = digits / 2;
        return template.formatted(number, number.substring(0, half), number.substring(half));
    }

    public static Optional<SandboxService> first(Predicate<SandboxService> wanted) {
        return ALL.stream().filter(wanted).findFirst();
    }
}
