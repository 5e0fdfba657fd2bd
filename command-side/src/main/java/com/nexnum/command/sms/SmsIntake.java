package com.nexnum.command.sms;

import com.nexnum.command.activation.ActivationCommand.ReceiveSms;
import com.nexnum.command.activation.IncomingSms;
import com.nexnum.command.platform.Commands;
import com.nexnum.command.sms.extraction.CodeExtractor;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.privacy.PersonalData;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals what a provider delivered, finds the code in it, and hands it to the activation. */
@Component
public class SmsIntake {

    private static final Logger LOG = LoggerFactory.getLogger(SmsIntake.class);

    /** Whoever sends more means no good: real ones have some hundred characters. */
    static final int LONGEST_TEXT = 10_000;

    static final int LONGEST_CODE = 64;

    /** More than an activation takes, so that one that is too many is seen. */
    static final int MOST_AT_ONCE = 60;

    private final Commands commands;
    private final PersonalData personalData;
    private final Clock clock;

    SmsIntake(Commands commands, PersonalData personalData, Clock clock) {
        this.commands = commands;
        this.personalData = personalData;
        this.clock = clock;
    }

    /** Hands over all of them; the ones that were handed over before change nothing. */
    public void take(Rental rental, List<Sms> messages) {
        if (messages.size() > MOST_AT_ONCE) {
            LOG.warn("{} SMS for {} at once", messages.size(), rental.activationId());
        }
        for (var message : messages.subList(0, Math.min(MOST_AT_ONCE, messages.size()))) {
            commands.trySend(new ReceiveSms(rental.activationId(), sealed(rental, message)))
                    .ifPresent(refusal ->
                            LOG.warn(
                                    "An SMS for {} is not taken: {}",
                                    rental.activationId(),
                                    refusal));
        }
    }

    private IncomingSms sealed(Rental rental, Sms message) {
        var context = rental.activationId().value();
        var words = shortened(message.text());
        var text = personalData.seal(rental.customerId(), context, words);
        var code =
                Optional.ofNullable(message.code())
                        .filter(found -> found.length() <= LONGEST_CODE)
                        .or(() -> CodeExtractor.codeIn(words))
                        .map(found -> personalData.seal(rental.customerId(), context, found))
                        .orElse(null);
        var key =
                message.id() == null
                        ? "round " + rental.round() + " " + text.ciphertext()
                        : "id " + message.id();
        return new IncomingSms(smsId(key), text, code, clock.instant());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** A provider's id may be anything; without one, the same words in one round are one SMS. */
    private static SmsId smsId(String key) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            return new SmsId("sms_" + text.substring(0, 24));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
