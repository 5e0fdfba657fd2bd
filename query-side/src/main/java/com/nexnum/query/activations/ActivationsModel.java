package com.nexnum.query.activations;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** One row for each activation, whatever became of it. */
@Component
class ActivationsModel implements ReadModel {

    private final ActivationFold activations =
            new ActivationFold("activations", UnaryOperator.identity());

    @Override
    public String name() {
        return "activations";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(activations.table());
    }

    @Override
    public List<Class<?>> events() {
        return List.of(ActivationEvent.class, PersonalDataErased.class);
    }

    @Override
    public void fold(Recorded event, Rows rows) {
        activations.apply(event, rows);
    }

    @Override
    public void foresee(Recorded event, Foreseen rows) {
        activations.foresee(event, rows);
    }
}
