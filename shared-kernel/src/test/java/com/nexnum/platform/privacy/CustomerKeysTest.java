package com.nexnum.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.database.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several processes on one database. */
class CustomerKeysTest {

    private static final MasterKey MASTER = MasterKey.generate();

    private final TestDatabase database = TestDatabase.migrated();
    private final AtomicLong nanos = new AtomicLong();
    private final PrivacyFixture one = PrivacyFixture.on(database, MASTER, nanos::get);
    private final PrivacyFixture two = PrivacyFixture.on(database, MASTER, nanos::get);
    private final CustomerId customer = new CustomerId("cus_000001");

    @Test
    void what_one_process_sealed_another_opens() {
        var sealed = one.data.seal(customer, "act_1", "code 1234");
        assertThat(two.data.open(customer, "act_1", sealed)).contains("code 1234");
        assertThat(two.data.seal(customer, "act_1", "code 1234")).isEqualTo(sealed);
    }

    @Test
    void many_threads_of_two_processes_make_one_key() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> tasks =
                    IntStream.range(0, 16).<Callable<String>>mapToObj(i -> () -> seal(i)).toList();
            var sealed = threads.invokeAll(tasks).stream().map(Future::resultNow).distinct();
            assertThat(sealed).hasSize(1);
        }
    }

    @Test
    void the_process_that_erases_forgets_at_once_and_others_within_30_seconds() {
        var sealed = one.data.seal(customer, "act_1", "code 1234");
        two.data.open(customer, "act_1", sealed);

        one.data.erase(customer);
        assertThat(one.data.open(customer, "act_1", sealed)).isEmpty();

        nanos.addAndGet(CustomerKeys.NOTICED_WITHIN.toNanos());
        assertThat(two.data.open(customer, "act_1", sealed)).isEmpty();
        assertThatThrownBy(() -> two.data.seal(customer, "act_1", "more"))
                .isInstanceOf(CustomerErasedException.class);
    }

    @Test
    void a_key_outlives_the_transaction_that_first_needed_it() {
        var sealed =
                one.transaction.execute(status -> {
                    status.setRollbackOnly();
                    return one.data.seal(customer, "act_1", "code 1234");
                });
        assertThat(two.data.open(customer, "act_1", Objects.requireNonNull(sealed)))
                .contains("code 1234");
    }

    @Test
    void an_erasure_that_is_rolled_back_did_not_happen() {
        var sealed = one.data.seal(customer, "act_1", "code 1234");
        one.transaction.executeWithoutResult(status -> {
            one.data.erase(customer);
            assertThat(one.data.open(customer, "act_1", sealed)).isEmpty();
            status.setRollbackOnly();
        });
        assertThat(one.data.open(customer, "act_1", sealed)).contains("code 1234");
    }

    @Test
    void a_rotated_master_key_opens_old_keys_and_rewraps_them() {
        var sealed = one.data.seal(customer, "act_1", "code 1234");
        var erased = new CustomerId("cus_000002");
        one.data.erase(erased);

        var rotated = MASTER.rotated();
        var rotating = PrivacyFixture.on(database, rotated);
        assertThat(rotating.data.open(customer, "act_1", sealed)).contains("code 1234");
        assertThat(rotating.keys.rewrap()).isEqualTo(1);
        assertThat(rotating.keys.rewrap()).isZero();
        assertThat(PrivacyFixture.on(database, rotated).data.open(customer, "act_1", sealed))
                .contains("code 1234");
        assertThat(rotating.data.open(erased, "act_1", sealed)).isEmpty();

        var behind = PrivacyFixture.on(database, MASTER);
        assertThatThrownBy(() -> behind.data.open(customer, "act_1", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nexnum.privacy.master-keyset");
    }

    @Test
    void a_wrong_master_key_refuses_to_start() {
        one.data.seal(customer, "act_1", "code 1234");
        one.keys.afterSingletonsInstantiated();
        var stranger = PrivacyFixture.on(database, MasterKey.generate());
        assertThatThrownBy(stranger.keys::afterSingletonsInstantiated)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nexnum.privacy.master-keyset");
    }

    @Test
    void a_wrapped_key_does_not_open_in_another_customers_row() {
        one.data.seal(customer, "act_1", "code 1234");
        one.sql
                .sql(
                        "insert into privacy_key select 'cus_000009', wrapped_keyset, created_at"
                                + " from privacy_key")
                .update();
        assertThatThrownBy(() -> one.data.seal(new CustomerId("cus_000009"), "act_1", "x"))
                .isInstanceOf(IllegalStateException.class);
    }

    private String seal(int thread) {
        var process = thread % 2 == 0 ? one : two;
        return process.data.seal(customer, "act_1", "code 1234").ciphertext();
    }
}
