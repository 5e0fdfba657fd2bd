package com.nexnum.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Tokens of the signed double submit that OWASP's cross-site request forgery cheat sheet asks for:
 * a random value and its HMAC over the session's id, so a token of another session is worthless.
 */
@Component
public final class CsrfTokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int RANDOM_BYTES = 16;

    private final PlatformSecrets secrets;
    private final SecureRandom random = new SecureRandom();

    CsrfTokens(PlatformSecrets secrets) {
        this.secrets = secrets;
    }

    public String issue(String sessionId) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var value = BASE64.encodeToString(bytes);
        return value + "." + signature(sessionId, value);
    }

    public boolean belongs(String token, String sessionId) {
        var dot = token.indexOf('.');
        return dot > 0
                && same(token.substring(dot + 1), signature(sessionId, token.substring(0, dot)));
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String sessionId, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.secret("csrf"), "HmacSHA256"));
            var message = sessionId.length() + "!" + sessionId + "!" + value;
            return BASE64.encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
