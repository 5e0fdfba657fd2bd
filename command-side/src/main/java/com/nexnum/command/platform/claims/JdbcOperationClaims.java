package com.nexnum.command.platform.claims;

import com.nexnum.command.platform.OperationClaims;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claims in the table {@code operation_claim}; all of a commit go there in one statement. */
@Component
class JdbcOperationClaims implements OperationClaims {

    private static final String CLAIMS = "operation claims";
    private static final String INSERT =
            """
            insert into operation_claim (aggregate_id, operation_id, content)
            select * from unnest(?::text[], ?::text[], ?::text[])
            """;

    private static final String CONTENT =
            "select content from operation_claim where aggregate_id = ? and operation_id = ?";

    private final JdbcTemplate sql;

    JdbcOperationClaims(JdbcTemplate sql) {
        this.sql = sql;
    }

    @Override
    public void claim(String aggregateId, String operationId, String content) {
        var unit = CurrentUnitOfWork.get();
        var claim = new Claim(aggregateId, operationId, content);
        var claims = claimsOf(unit.root());
        claims.add(claim);
        unit.onRollback(_ -> claims.remove(claim));
    }

    @Override
    public Optional<String> content(String aggregateId, String operationId) {
        return JdbcClient.create(sql)
                .sql(CONTENT)
                .params(aggregateId, operationId)
                .query((row, _) -> row.getString("content"))
                .optional();
    }

    private List<Claim> claimsOf(UnitOfWork<?> root) {
        return root.getOrComputeResource(
                CLAIMS,
                _ -> {
                    var claims = new ArrayList<Claim>();
                    root.onPrepareCommit(_ -> store(claims));
                    return claims;
                });
    }

    private void store(List<Claim> claims) {
        refuseTwins(claims);
        try {
            sql.update(
                    INSERT,
                    column(claims, Claim::aggregateId),
                    column(claims, Claim::operationId),
                    column(claims, Claim::content));
        } catch (DuplicateKeyException e) {
            var first = claims.getFirst();
            throw new ClaimConflict(first.aggregateId, first.operationId, first.content, e);
        }
    }

    private static String[] column(List<Claim> claims, Function<Claim, String> part) {
        return claims.stream().map(part).toArray(String[]::new);
    }

    /**
     * The same operation twice in one commit: told apart here, since the database does not say
     * which.
     */
    private static void refuseTwins(List<Claim> claims) {
        Map<String, Claim> seen = new LinkedHashMap<>();
        for (var claim : claims) {
            if (seen.put(claim.aggregateId + " " + claim.operationId, claim) != null) {
                throw new ClaimConflict(
                        claim.aggregateId,
                        claim.operationId,
                        claim.content,
                        new IllegalStateException("twice in one commit"));
            }
        }
    }

    private record Claim(String aggregateId, String operationId, String content) {}
}
