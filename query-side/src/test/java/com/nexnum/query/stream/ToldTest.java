package com.nexnum.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToldTest {

    private final Told told = new Told(100);

    @Test
    void tells_everything_once() {
        assertThat(told.isNews(101)).isTrue();
        told.advance(101);

        assertThat(told.isNews(101)).isFalse();
        assertThat(told.isNews(100)).isFalse();
    }

    @Test
    void a_late_one_is_news_but_no_place_to_resume_from() {
        assertThat(told.isNews(105)).isTrue();
        told.advance(105);

        assertThat(told.isNews(103)).isTrue();
        assertThat(told.isLate(103)).isTrue();
        assertThat(told.isLate(106)).isFalse();
    }

    @Test
    void looks_back_a_while_and_never_before_its_start() {
        assertThat(told.readAfter()).isEqualTo(100);
        told.advance(1000);

        assertThat(told.readAfter()).isEqualTo(744);
        assertThat(told.isNews(700)).isFalse();
    }
}
