package com.nexnum.command.platform.claims;

import com.nexnum.command.platform.OperationClaims;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claims in the table {@code operation_claim}; all of a commit go there in one batch. */
@Component
class JdbcOperationClaims implements OperationClaims {

    private static final String CLAIMS = "operation claims";
    private static final String INSERT =
            "insert into operation_claim (aggregate_id, operation_id, content) values (?, ?, ?)";

    private static final String CONTENT =
            "select content from operation_claim where aggregate_id = ? and operation_id = ?";

    private final JdbcTemplate batch;

    JdbcOperationClaims(JdbcTemplate batch) {
        this.batch = batch;
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
        return JdbcClient.create(batch)
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
            batch.batchUpdate(
                    INSERT,
                    claims.stream()
                            .map(c -> new Object[] {c.aggregateId, c.operationId, c.content})
                            .toList());
        } catch (DuplicateKeyException e) {
            var first = claims.getFirst();
            throw new ClaimConflict(first.aggregateId, first.operationId, first.content, e);
        }
    }

    /**
     * The same operation twice in one commit: told apart here, since the batch cannot say which.
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
