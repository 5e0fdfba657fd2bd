package com.nexnum.command.identity;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Role;
import com.nexnum.platform.web.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts. */
@Component
final class Users {

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Credentials(User user, String passwordHash) {}

    /**
     * @return false when the e-mail address, in any case, has an account
     */
    boolean add(User user, String passwordHash) {
        return jdbc.sql(
                                """
                                insert into app_user
                                    (id, email, password_hash, name, roles, created_at)
                                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                Arrays.asList(
                                        user.id().value(),
                                        user.email(),
                                        passwordHash,
                                        user.name(),
                                        stored(user.roles()),
                                        Timestamp.from(user.createdAt())))
                        .update()
                == 1;
    }

    Optional<Credentials> byEmail(String email) {
        return jdbc.sql("select * from app_user where lower(email) = lower(?)")
                .param(email)
                .query((row, n) -> new Credentials(user(row, n), row.getString("password_hash")))
                .optional();
    }

    Optional<User> byId(CustomerId id) {
        return jdbc.sql("select * from app_user where id = ?")
                .param(id.value())
                .query(Users::user)
                .optional();
    }

    void welcomed(CustomerId id, Instant now) {
        jdbc.sql("update app_user set welcomed_at = ? where id = ?")
                .params(Timestamp.from(now), id.value())
                .update();
    }

    /**
     * Leaves nothing of the person but the id; nobody signs in with it any more.
     *
     * @return false when that was done before
     */
    boolean erase(CustomerId id) {
        return jdbc.sql(
                                """
                                update app_user
                                   set email = 'erased-' || id || '@invalid', name = null,
                                       password_hash = '', ban_reason = null
                                 where id = ? and password_hash <> ''
                                """)
                        .param(id.value())
                        .update()
                > 0;
    }

    /**
     * @return false when the user was banned before
     */
    boolean ban(CustomerId id, String reason, Instant now) {
        return jdbc.sql(
                                """
                                update app_user set banned_at = ?, ban_reason = ?
                                where id = ? and banned_at is null
                                """)
                        .params(Timestamp.from(now), reason, id.value())
                        .update()
                == 1;
    }

    /** The newest first; ids sort by time. */
    List<User> newestFirst(PageQuery query, @Nullable String email) {
        var before = query.cursor() == null ? "~" : query.cursor().text(0);
        return jdbc.sql(
                        """
                        select * from app_user
                        where id < ? collate "C" and (?::text is null or lower(email) = lower(?))
                        order by id collate "C" desc limit ?
                        """)
                .params(Arrays.asList(before, email, email, query.fetch()))
                .query(Users::user)
                .list();
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                new CustomerId(row.getString("id")),
                row.getString("email"),
                row.getString("name"),
                roles(row.getString("roles")),
                row.getTimestamp("banned_at") != null,
                row.getTimestamp("welcomed_at") != null,
                row.getTimestamp("created_at").toInstant());
    }

    private static String stored(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private static Set<Role> roles(String stored) {
        return Arrays.stream(stored.split(",", -1)).map(Role::valueOf).collect(Collectors.toSet());
    }
}
