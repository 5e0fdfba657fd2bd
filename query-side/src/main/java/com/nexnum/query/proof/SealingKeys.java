package com.nexnum.query.proof;

import com.nexnum.platform.audit.AuditTrail;
import com.nexnum.platform.audit.Change;
import com.nexnum.platform.ids.TimeOrderedIds;
import com.nexnum.platform.security.Resealed;
import com.nexnum.platform.security.SecretBox;
import com.nexnum.query.platform.SqlInstant;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign heads. One signs at a time, for all processes; its private half is sealed with
 * the master key. Each is endorsed by the one before, so that who knows one knows all later ones.
 */
@Component
public class SealingKeys implements Resealed {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final SecretBox box;
    private final TimeOrderedIds ids;
    private final AuditTrail trail;
    private final Clock clock;
    private volatile @Nullable SealingKey last;

    SealingKeys(
            JdbcClient sql,
            TransactionTemplate transaction,
            SecretBox box,
            TimeOrderedIds ids,
            AuditTrail trail,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.box = box;
        this.ids = ids;
        this.trail = trail;
        this.clock = clock;
    }

    /** The key that signs now, made when there is none. */
    SealingKey current() {
        return stored().or(
                        () -> {
                            insert(null);
                            return stored();
                        })
                .orElseThrow();
    }

    /** Lets a new key sign, which the one so far endorses. */
    public PublicSealingKey rotate() {
        var id =
                transaction.execute(_ -> {
                    sql.sql("lock table proof_key in share row exclusive mode").update();
                    var last = current();
                    sql.sql("update proof_key set retired_at = ? where key_id = ?")
                            .params(SqlInstant.of(clock.instant()), last.id())
                            .update();
                    var next = insert(last);
                    trail.record(
                            Change.to(
                                    "proof.signing-key-rotated",
                                    next,
                                    Map.of("endorsedBy", last.id())));
                    return next;
                });
        return all().stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow();
    }

    /** Every key there ever was, the first one first. */
    public List<PublicSealingKey> all() {
        return sql.sql(
                        """
                        select key_id, public_key, endorsed_by, endorsement, created_at, retired_at
                          from proof_key order by created_at, key_id
                        """)
                .query((row, _) ->
                        new PublicSealingKey(
                                row.getString("key_id"),
                                row.getBytes("public_key"),
                                row.getString("endorsed_by"),
                                row.getBytes("endorsement"),
                                SqlInstant.from(row, "created_at"),
                                SqlInstant.maybeFrom(row, "retired_at")))
                .list();
    }

    @Override
    public int reseal() {
        return sql
                .sql("select key_id, sealed_private_key from proof_key")
                .query((row, _) -> resealed(row.getString(1), row.getBytes(2)))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private int resealed(String id, byte[] sealed) {
        if (box.isCurrent(sealed)) {
            return 0;
        }
        var fresh = box.seal(box.open(sealed, context(id)), context(id));
        return sql.sql(
                        """
                        update proof_key set sealed_private_key = ? where key_id = ? and sealed_private_key = ?
                        """)
                .params(fresh, id, sealed)
                .update();
    }

    private String insert(@Nullable SealingKey last) {
        var id = ids.next("pfk_");
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var open = PublicSealingKey.raw(pair.getPublic());
            sql.sql(
                            """
                            insert into proof_key (key_id, public_key, sealed_private_key, endorsed_by, endorsement, created_at)
                            values (:id, :public, :sealed, :by, :endorsement, :now) on conflict do nothing
                            """)
                    .param("id", id)
                    .param("public", open)
                    .param("sealed", box.seal(pair.getPrivate().getEncoded(), context(id)))
                    .param("by", last == null ? null : last.id())
                    .param(
                            "endorsement",
                            last == null ? null : last.sign(PublicSealingKey.statement(id, open)),
                            java.sql.Types.BINARY)
                    .param("now", SqlInstant.of(clock.instant()))
                    .update();
            return id;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key cannot be made", e);
        }
    }

    private Optional<SealingKey> stored() {
        return sql.sql("select key_id, sealed_private_key from proof_key where retired_at is null")
                .query((row, _) -> opened(row))
                .optional();
    }

    private SealingKey opened(ResultSet row) throws SQLException {
        var id = row.getString(1);
        var known = last;
        if (known != null && known.id().equals(id)) {
            return known;
        }
        var secret = box.open(row.getBytes(2), context(id));
        try {
            var key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(secret));
            var opened = new SealingKey(id, key);
            last = opened;
            return opened;
        } catch (GeneralSecurityException _) {
            // Without its cause, which may quote the secret.
            throw new IllegalStateException("The key " + id + " is no Ed25519 key");
        }
    }

    private static byte[] context(String id) {
        return ("proof-key:" + id).getBytes(StandardCharsets.UTF_8);
    }
}
