package com.nexnum.command.platform.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.platform.database.TestDatabase;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ClaimedContentTest {

    private final JdbcOperationClaims claims =
            new JdbcOperationClaims(new JdbcTemplate(TestDatabase.migrated().dataSource()));

    @Test
    void what_was_claimed_is_known_afterwards() {
        var unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("hold"));
        unit.execute(() -> claims.claim("wallet-1", "hold:1", "hold USD 150000"));
        assertThat(claims.content("wallet-1", "hold:1")).contains("hold USD 150000");
    }

    @Test
    void what_was_undone_or_never_claimed_is_not() {
        var unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("hold"));
        claims.claim("wallet-1", "hold:1", "hold USD 150000");
        unit.rollback();
        assertThat(claims.content("wallet-1", "hold:1")).isEmpty();
        assertThat(claims.content("wallet-2", "hold:1")).isEmpty();
    }
}
