package com.nexnum.platform.web.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DrainTest {

    private final Drain drain = new Drain(new DrainProperties(Duration.ZERO));

    @Test
    void a_process_that_ends_closes_each_connection_with_its_answer() throws Exception {
        drain.start();
        assertThat(answered().getHeader("Connection")).isNull();
        drain.stop();
        assertThat(answered().getHeader("Connection")).isEqualTo("close");
    }

    @Test
    void refuses_a_notice_that_is_negative_or_longer_than_a_minute() {
        assertThatThrownBy(() -> new DrainProperties(Duration.ofSeconds(-1)))
                .hasMessageContaining("nexnum.drain.notice");
        assertThatThrownBy(() -> new DrainProperties(Duration.ofSeconds(61)))
                .hasMessageContaining("nexnum.drain.notice");
    }

    private MockHttpServletResponse answered() throws Exception {
        var response = new MockHttpServletResponse();
        new DrainFilter(drain)
                .doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response;
    }
}
