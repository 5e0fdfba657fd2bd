package com.nexnum.query.margins;

import com.nexnum.platform.web.Amount;
import org.jspecify.annotations.Nullable;

/**
 * What one service, country or provider brought in one currency.
 *
 * @param key its code; {@code unknown} for an entry whose order is not known here
 * @param sold how many numbers were charged
 * @param refunded how many charges were given back
 * @param charged what customers paid
 * @param givenBack what customers got back
 * @param cost what providers charged us
 * @param credited what providers gave back to us
 * @param margin what is left: charged, less given back, less cost, and credited again
 * @param marginPercent of what customers paid in the end, with two decimals; null when they paid
 *     nothing
 */
record MarginView(
        String key,
        long sold,
        long refunded,
        Amount charged,
        Amount givenBack,
        Amount cost,
        Amount credited,
        Amount margin,
        @Nullable String marginPercent) {}
