package com.nexnum.query.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What to do at the start.
 *
 * @param rebuild names of the read models that are built anew
 */
@ConfigurationProperties("nexnum")
record RebuildProperties(@Nullable List<String> rebuild) {

    List<String> names() {
        return rebuild == null ? List.of() : rebuild;
    }
}
