package com.nexnum.command.identity;

import com.nexnum.trial.Answer;
import com.nexnum.trial.Browser;
import java.util.UUID;

/** What tests of identity do all the time. */
final class People {

    static final String PASSWORD = "correct horse battery";

    private final Browser browser;

    People(Browser browser) {
        this.browser = browser;
    }

    static String newEmail() {
        return "p" + UUID.randomUUID().toString().replace("-", "") + "@nexnum.example";
    }

    Answer register(String email, String password) {
        return browser.post("/api/v1/auth/register", credentials(email, password));
    }

    Answer login(String email, String password) {
        return browser.post("/api/v1/auth/login", credentials(email, password));
    }

    Answer refresh(String refreshToken) {
        return browser.post("/api/v1/auth/refresh", "", "Cookie", "nxn_refresh=" + refreshToken);
    }

    Answer me(String accessToken) {
        return browser.get("/api/v1/auth/me", "Authorization", "Bearer " + accessToken);
    }

    /** Registers and signs in somebody new. */
    Answer signedIn() {
        var email = newEmail();
        register(email, PASSWORD).is(201);
        return login(email, PASSWORD).is(200);
    }

    static String token(Answer login) {
        return login.json().get("accessToken").asString();
    }

    private static String credentials(String email, String password) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    }
}
