package com.nexnum.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.platform.database.TestDatabase;
import com.nexnum.platform.ids.TimeOrderedIds;
import com.nexnum.platform.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

class FirstAccountsTest {

    private static final String PASSWORD = "a long enough one";

    private final Clock clock = Clock.systemUTC();
    private final TestDatabase database = TestDatabase.migrated();
    private final Users users = new Users(JdbcClient.create(database.dataSource()));
    private final Registration registration =
            new Registration(
                    users,
                    new PasswordHashing(new SignInProperties(1, Duration.ofSeconds(5), 10)),
                    _ -> {},
                    _ -> {},
                    new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                    new TimeOrderedIds(clock),
                    clock);

    @Test
    void the_embedded_database_starts_with_demo_accounts_made_once() {
        for (var i = 0; i < 2; i++) {
            start(new MockEnvironment());
        }
        assertThat(roles(FirstAccounts.DEMO_USER)).containsExactly(Role.USER);
        assertThat(roles(FirstAccounts.DEMO_ADMIN)).contains(Role.ADMIN);
        assertThat(roles(FirstAccounts.DEMO_AUDITOR)).contains(Role.AUDITOR);
    }

    @Test
    void a_database_of_ones_own_starts_without_them_unless_they_are_wanted() {
        var own = new MockEnvironment().withProperty("NEXNUM_DATABASE_URL", "jdbc:postgresql:x");
        start(own);
        assertThat(users.byEmail(FirstAccounts.DEMO_ADMIN)).isEmpty();
        start(own.withProperty("nexnum.identity.demo-accounts", "true"));
        assertThat(users.byEmail(FirstAccounts.DEMO_ADMIN)).isPresent();
    }

    @Test
    void the_first_administrator_comes_from_the_settings() {
        start(admin("root@nexnum.example", PASSWORD));
        assertThat(roles("root@nexnum.example")).contains(Role.ADMIN);
    }

    @Test
    void a_setting_that_makes_no_administrator_stops_the_start_by_its_name() {
        assertRefused(admin("root", PASSWORD), "nexnum.identity.admin-email");
        assertRefused(admin("root@nexnum.example", "password"), "nexnum.identity.admin-password");
        assertRefused(
                new MockEnvironment()
                        .withProperty("nexnum.identity.admin-email", "root@nexnum.example"),
                "nexnum.identity.admin-password");
    }

    @Test
    void demo_accounts_that_are_neither_on_nor_off_are_refused_at_the_start() {
        assertRefused(
                new MockEnvironment().withProperty("nexnum.identity.demo-accounts", "maybe"),
                "nexnum.identity.demo-accounts must ");
    }

    private static MockEnvironment admin(String email, String password) {
        return new MockEnvironment()
                .withProperty("NEXNUM_DATABASE_URL", "jdbc:postgresql:x")
                .withProperty("nexnum.identity.admin-email", email)
                .withProperty("nexnum.identity.admin-password", password);
    }

    private void assertRefused(MockEnvironment environment, String property) {
        assertThatThrownBy(() -> start(environment)).hasMessageContaining(property);
    }

    private void start(MockEnvironment environment) {
        new FirstAccounts(users, registration, environment).run(new DefaultApplicationArguments());
    }

    private Set<Role> roles(String email) {
        return users.byEmail(email).orElseThrow().user().roles();
    }
}
