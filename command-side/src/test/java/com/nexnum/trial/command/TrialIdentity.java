package com.nexnum.trial.command;

import com.nexnum.command.identity.IdentityEvents;
import com.nexnum.command.identity.NewCustomers;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.identity.IdentityEvent;
import com.nexnum.kernel.privacy.PersonalData;
import com.nexnum.kernel.privacy.SealedText;
import com.nexnum.platform.audit.JdbcAuditTrail;
import com.nexnum.trial.TrialPlatform;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Identity and idempotency on the platform's trial, with what happened kept for the test. */
@Configuration(proxyBeanMethods = false)
@Import({TrialPlatform.class, JdbcAuditTrail.class})
@ComponentScan(
        basePackages = {
            "com.nexnum.command.identity",
            "com.nexnum.command.platform.idempotency",
            "com.nexnum.command.platform.rejection"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.StoredIdentityEvents"))
public class TrialIdentity {

    /** Keeps the events, and refuses them when a test says so. */
    public static final class KeptEvents implements IdentityEvents {

        private final List<IdentityEvent> events = new CopyOnWriteArrayList<>();
        private volatile boolean refusing;

        @Override
        public void publish(IdentityEvent event) {
            if (refusing) {
                throw new IllegalStateException("The event store refuses");
            }
            events.add(event);
        }

        public List<IdentityEvent> all() {
            return List.copyOf(events);
        }

        public void refuse(boolean on) {
            refusing = on;
        }
    }

    /** Keeps whom it welcomed, and fails when a test says so. */
    public static final class KeptWelcomes implements NewCustomers {

        private final List<CustomerId> customers = new CopyOnWriteArrayList<>();
        private volatile boolean failing;

        @Override
        public void welcome(CustomerId customerId) {
            if (failing) {
                throw new IllegalStateException("No wallet today");
            }
            customers.add(customerId);
        }

        public List<CustomerId> all() {
            return List.copyOf(customers);
        }

        public void fail(boolean on) {
            failing = on;
        }
    }

    /** Keeps whose keys were thrown away. */
    public static final class KeptErasures implements PersonalData {

        private final List<CustomerId> erased = new CopyOnWriteArrayList<>();

        @Override
        public SealedText seal(CustomerId customer, String context, String text) {
            throw new IllegalStateException("Identity seals nothing");
        }

        @Override
        public Optional<String> open(CustomerId customer, String context, SealedText sealed) {
            throw new IllegalStateException("Identity opens nothing");
        }

        @Override
        public void erase(CustomerId customer) {
            erased.add(customer);
        }

        public List<CustomerId> all() {
            return List.copyOf(erased);
        }
    }

    @Bean
    KeptErasures keptErasures() {
        return new KeptErasures();
    }

    @Bean
    KeptEvents keptEvents() {
        return new KeptEvents();
    }

    @Bean
    KeptWelcomes keptWelcomes() {
        return new KeptWelcomes();
    }
}
