package com.nexnum.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.platform.web.ProblemException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void a_page_tells_where_the_next_one_starts() {
        var page = Page.of(List.of(5L, 4L, 3L), PageRequest.of("2", null), row -> "" + row);

        assertThat(page.items()).containsExactly(5L, 4L);
        assertThat(PageRequest.of("2", page.nextCursor()).number(99)).isEqualTo(4);
    }

    @Test
    void the_last_page_tells_of_no_next() {
        var page = Page.of(List.of(5L, 4L), PageRequest.of("2", null), row -> "" + row);

        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void a_moment_survives_the_cursor() {
        var moment = new PageRequest.Moment(Instant.parse("2026-03-01T10:00:00.123456Z"), "act_1");

        assertThat(PageRequest.of(null, PageRequest.cursor(moment.key())).moment())
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "1e1", "", "ten", "99999999999999999999"})
    void refuses_a_malformed_limit(String limit) {
        assertThatThrownBy(() -> PageRequest.of(limit, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("INVALID_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "bm90LWEtbnVtYmVy", "ü"})
    void refuses_a_cursor_that_no_list_gave_out(String cursor) {
        assertThatThrownBy(() -> PageRequest.of(null, cursor).number(0))
                .hasMessageContaining("INVALID_CURSOR");
        assertThatThrownBy(() -> PageRequest.of(null, cursor).moment())
                .hasMessageContaining("INVALID_CURSOR");
    }
}
