package com.nexnum.query.rebuild;

import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.List;

/** A model that forgets what it has to forget, and learns nothing new. */
record OnlyErasures(ReadModel model) implements ReadModel {

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public List<Table<?>> tables() {
        return model.tables();
    }

    @Override
    public List<Class<?>> events() {
        return model.events().stream().filter(PersonalDataErased.class::equals).toList();
    }

    @Override
    public void fold(Recorded event, Rows rows) {
        model.fold(event, rows);
    }

    @Override
    public void foresee(Recorded event, Foreseen rows) {
        model.foresee(event, rows);
    }
}
