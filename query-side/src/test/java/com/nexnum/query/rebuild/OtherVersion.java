package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Recorded;
import com.nexnum.query.platform.rows.Rows;
import com.nexnum.query.platform.rows.Table;
import java.util.List;

/** A projection as another version of the program has it. */
record OtherVersion(ReadModel model, int version) implements ReadModel {

    static List<ReadModel> of(List<ReadModel> all, String name, int version) {
        return all.stream()
                .<ReadModel>map(model ->
                        model.name().equals(name) ? new OtherVersion(model, version) : model)
                .toList();
    }

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
        return model.events();
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
