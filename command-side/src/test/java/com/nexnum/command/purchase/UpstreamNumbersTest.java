package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import com.nexnum.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

public class UpstreamNumbersTest extends PurchaseStory {

    private final JdbcClient sql = JdbcClient.create(TestDatabase.migrated().dataSource());

    public static UpstreamNumbers numbers(JdbcClient sql) {
        return new UpstreamNumbers(sql);
    }

    public static void claim(
            JdbcClient sql, ProviderSlug provider, UpstreamId id, ActivationId activation) {
        sql.sql("insert into upstream_number values (?, ?, ?)")
                .params(provider.value(), id.value(), OrderId.of(activation).value())
                .update();
    }

    @Test
    void a_number_serves_one_order() {
        var numbers = numbers(sql);
        var sold = soldBy("a", 1, "0.15", "0.10");
        assertThat(numbers.servedBy(sold.provider(), sold.upstreamId())).isEmpty();
        numbers.claim(sold);
        assertThat(numbers.servedBy(sold.provider(), sold.upstreamId())).contains(ORDER);
    }

    @Test
    void a_number_that_serves_one_order_serves_no_other() {
        var sold = soldBy("a", 1, "0.15", "0.10");
        claim(sql, sold.provider(), sold.upstreamId(), new ActivationId("act_000002"));
        assertThatThrownBy(() -> numbers(sql).claim(sold))
                .isInstanceOf(DuplicateKeyException.class);
    }
}
