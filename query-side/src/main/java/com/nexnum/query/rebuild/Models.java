package com.nexnum.query.rebuild;

import com.nexnum.platform.web.Problem;
import com.nexnum.query.platform.rows.ReadModel;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Every read model by its name, in alphabetical order. */
@Component
public class Models {

    private final TreeMap<String, ReadModel> models = new TreeMap<>();

    Models(List<ReadModel> models) {
        models.forEach(model -> this.models.put(model.name(), model));
    }

    public List<String> names() {
        return List.copyOf(models.keySet());
    }

    Collection<ReadModel> all() {
        return Collections.unmodifiableCollection(models.values());
    }

    /**
     * @throws com.nexnum.platform.web.ProblemException 404 PROJECTION_NOT_FOUND
     */
    public ReadModel get(String name) {
        var model = models.get(name);
        if (model == null) {
            throw Problem.of(404, "PROJECTION_NOT_FOUND", "There is no such projection")
                    .with("projections", names())
                    .raised();
        }
        return model;
    }

    /** Of the projection in this process. */
    public int version(String name) {
        return get(name).version();
    }
}
