package com.nexnum.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

class PassingTest {

    static Stream<Throwable> passing() {
        return Stream.of(
                new ConcurrencyException("quicker"),
                new CannotCreateTransactionException("no connection"),
                new QueryTimeoutException("slow"),
                new IllegalStateException(new IOException("reset")),
                new IllegalStateException(new IllegalStateException(new TimeoutException())),
                new IllegalStateException(new SQLException("Connection is closed")),
                new Busy());
    }

    static Stream<Throwable> lasting() {
        var endless = new IllegalStateException("a");
        endless.initCause(new IllegalStateException("b", endless));
        return Stream.of(
                new SerializationException("broken"),
                new DataIntegrityViolationException("twice"),
                new ClassCastException("wrong"),
                endless);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void what_is_of_the_moment_passes_however_deep_it_is(Throwable failure) {
        assertThat(Passing.is(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void what_is_wrong_with_the_event_does_not(Throwable failure) {
        assertThat(Passing.is(failure)).isFalse();
    }

    /** Connection lost, deadlock, disk full, lock, cancelled, system, read only, idle too long. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "53100", "55P03", "57P01", "58030", "25006", "25P03"})
    void the_databases_own_troubles_pass(String state) {
        assertThat(Passing.is(new IllegalStateException(new SQLException("", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P02", "23505", "42601", "25P02"})
    void a_statement_that_is_wrong_does_not(String state) {
        assertThat(Passing.is(new IllegalStateException(new SQLException("", state)))).isFalse();
    }

    private static final class Busy extends RuntimeException implements PassingFailure {
        private static final long serialVersionUID = 1L;
    }
}
