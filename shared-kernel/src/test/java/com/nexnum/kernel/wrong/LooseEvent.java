package com.nexnum.kernel.wrong;

import org.axonframework.serialization.Revision;
import org.springframework.stereotype.Component;

/** Breaks the rules of the language: open, nameless, on Spring, with a floating amount. */
@Component
public interface LooseEvent {

    @Revision("1")
    record Paid(double amount) implements LooseEvent {}
}
