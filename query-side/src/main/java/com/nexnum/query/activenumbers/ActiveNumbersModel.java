package com.nexnum.query.activenumbers;

import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.query.activations.ActivationFold;
import com.nexnum.query.activations.ActivationRow;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.List;
import org.springframework.stereotype.Component;

/** One row for each activation; what ended keeps nothing readable. */
@Component
class ActiveNumbersModel implements ReadModel {

    private final ActivationFold activations =
            new ActivationFold("activenumbers", ActiveNumbersModel::live);

    @Override
    public String name() {
        return "activenumbers";
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

    private static ActivationRow live(ActivationRow row) {
        return row.endedAt() == null ? row : row.forgotten();
    }
}
