package com.nexnum.command.identity;

import com.nexnum.platform.security.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The accounts that a fresh installation starts with. Demo accounts, whose password the world
 * knows, exist by default only on the embedded database; {@code nexnum.identity.demo-accounts}
 * decides otherwise. {@code nexnum.identity.admin-email} and {@code -password} make a first
 * administrator.
 */
@Component
public final class FirstAccounts implements ApplicationRunner {

    /** The password of every demo account. */
    public static final String DEMO_PASSWORD = "nexnum-demo-2026";

    public static final String DEMO_USER = "demo@nexnum.example";
    public static final String DEMO_ADMIN = "admin@nexnum.example";
    public static final String DEMO_AUDITOR = "auditor@nexnum.example";

    private final Users users;
    private final Registration registration;
    private final boolean demo;
    private final @Nullable String adminEmail;
    private final @Nullable String adminPassword;

    FirstAccounts(Users users, Registration registration, Environment environment) {
        this.users = users;
        this.registration = registration;
        var ownDatabase =
                environment.containsProperty("NEXNUM_DATABASE_URL")
                        || environment.containsProperty("nexnum.database.url");
        this.demo = demo(environment, !ownDatabase);
        this.adminEmail = environment.getProperty("nexnum.identity.admin-email");
        this.adminPassword = environment.getProperty("nexnum.identity.admin-password");
        requireUsableAdmin();
    }

    private static boolean demo(Environment environment, boolean usual) {
        try {
            return environment.getProperty("nexnum.identity.demo-accounts", Boolean.class, usual);
        } catch (ConversionException e) {
            throw new IllegalArgumentException(
                    "nexnum.identity.demo-accounts must be true or false", e);
        }
    }

    /** Whether the demo accounts exist in this installation. */
    public boolean demo() {
        return demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demo) {
            ensure(DEMO_USER, DEMO_PASSWORD, "Demo", Set.of(Role.USER));
            ensure(DEMO_ADMIN, DEMO_PASSWORD, "Admin", Set.of(Role.USER, Role.ADMIN));
            ensure(DEMO_AUDITOR, DEMO_PASSWORD, "Auditor", Set.of(Role.USER, Role.AUDITOR));
        }
        if (adminEmail != null && adminPassword != null) {
            ensure(adminEmail, adminPassword, "Admin", Set.of(Role.USER, Role.ADMIN));
        }
    }

    private void ensure(String email, String password, String name, Set<Role> roles) {
        if (users.byEmail(email).isEmpty()) {
            registration.register(email, password, name, roles);
        }
    }

    private void requireUsableAdmin() {
        if (adminEmail == null && adminPassword == null) {
            return;
        }
        if (adminEmail == null || !EmailAddress.fits(adminEmail)) {
            throw new IllegalStateException("nexnum.identity.admin-email is not an e-mail address");
        }
        var fault =
                adminPassword == null
                        ? "is missing"
                        : PasswordPolicy.fault(adminPassword, adminEmail);
        if (fault != null) {
            throw new IllegalStateException("nexnum.identity.admin-password " + fault);
        }
    }
}
