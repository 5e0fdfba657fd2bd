package com.nexnum.command.identity;

import com.nexnum.command.identity.session.SigningKeys;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.Validation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and signing keys, for administrators. */
@RestController
@RequestMapping("/api/v1/admin")
final class AdminUsersEndpoint {

    private static final int LONGEST_REASON = 500;

    private final Users users;
    private final UserAdministration administration;
    private final PersonalDataErasure erasure;
    private final SigningKeys keys;

    AdminUsersEndpoint(
            Users users,
            UserAdministration administration,
            PersonalDataErasure erasure,
            SigningKeys keys) {
        this.users = users;
        this.administration = administration;
        this.erasure = erasure;
        this.keys = keys;
    }

    record Account(UserView user) {}

    record BanRequest(@Nullable String reason) {}

    record SigningKey(String keyId) {}

    @GetMapping("/users")
    Page<UserView> users(PageQuery query, @RequestParam(required = false) @Nullable String email) {
        return Page.of(
                        users.newestFirst(query, email),
                        query,
                        user -> Cursor.after(user.id().value()))
                .map(UserView::of);
    }

    @PostMapping("/users/{id}/ban")
    Account ban(@PathVariable CustomerId id, @RequestBody BanRequest asked, Caller caller) {
        var reason = asked.reason() == null ? "" : asked.reason().strip();
        new Validation()
                .check(
                        "reason",
                        !reason.isEmpty() && reason.length() <= LONGEST_REASON,
                        "has 1 to 500 characters")
                .done();
        return new Account(UserView.of(administration.ban(id, reason, caller)));
    }

    /** Nothing brings the data back. */
    @DeleteMapping("/users/{id}/personal-data")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable CustomerId id) {
        erasure.erase(id);
    }

    @PostMapping("/signing-keys/rotate")
    SigningKey rotate() {
        return new SigningKey(keys.rotate());
    }
}
