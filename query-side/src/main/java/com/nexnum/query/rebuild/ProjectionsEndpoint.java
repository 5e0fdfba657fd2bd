package com.nexnum.query.rebuild;

import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.Problem;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far projections are, and building them anew; for administrators. */
@RestController
class ProjectionsEndpoint {

    private final Projections projections;
    private final Rebuilds rebuilds;

    ProjectionsEndpoint(Projections projections, Rebuilds rebuilds) {
        this.projections = projections;
        this.rebuilds = rebuilds;
    }

    @GetMapping("/api/v1/admin/projections")
    Page<ProjectionView> projections() {
        return new Page<>(rebuilds.names().stream().map(projections::view).toList(), null);
    }

    @GetMapping("/api/v1/admin/projections/{name}")
    ProjectionView projection(@PathVariable String name) {
        if (!rebuilds.names().contains(name)) {
            throw Problem.of(404, "PROJECTION_NOT_FOUND", "There is no such projection")
                    .with("projections", rebuilds.names())
                    .raised();
        }
        return projections.view(name);
    }

    @PostMapping("/api/v1/admin/projections/{name}/rebuild")
    ResponseEntity<ProjectionView> rebuild(@PathVariable String name) {
        rebuilds.start(name);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/admin/projections/" + name))
                .body(projections.view(name));
    }
}
