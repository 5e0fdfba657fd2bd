package com.nexnum.command.supply;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which numbers we hold at a provider. */
public sealed interface ActiveAnswer {

    record Active(List<Held> numbers) implements ActiveAnswer {
        public Active {
            numbers = List.copyOf(numbers);
        }
    }

    record Unavailable(String why) implements ActiveAnswer {}

    /**
     * @param service the canonical code, where the provider's is known
     * @param country the canonical code, where the provider's is known
     * @param boughtAt where the provider tells it
     * @param reference what we called the attempt, where the provider keeps it
     */
    record Held(
            UpstreamId id,
            E164 number,
            @Nullable String service,
            @Nullable String country,
            @Nullable Money cost,
            @Nullable Instant boughtAt,
            @Nullable String reference) {}
}
