package com.nexnum.query.pricing;

import com.nexnum.kernel.catalog.Countries;
import com.nexnum.kernel.catalog.Services;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked for at all, whether or not it is in stock. */
@RestController
class CatalogueEndpoint {

    /**
     * @param code canonical
     * @param name for people
     */
    record CodeAndName(String code, String name) {}

    @GetMapping("/api/v1/services")
    Page<CodeAndName> services(@Nullable PageQuery query) {
        return page(
                Services.all().stream()
                        .map(service -> new CodeAndName(service.code().value(), service.name())),
                query);
    }

    @GetMapping("/api/v1/countries")
    Page<CodeAndName> countries(@Nullable PageQuery query) {
        return page(
                Countries.all().stream()
                        .map(country -> new CodeAndName(country.code().value(), country.name())),
                query);
    }

    /**
     * By code, so that a cursor holds while the catalogue grows; all of it when not asked for a
     * part.
     */
    private static Page<CodeAndName> page(Stream<CodeAndName> all, @Nullable PageQuery query) {
        var sorted = all.sorted(Comparator.comparing(CodeAndName::code));
        if (query == null) {
            return new Page<>(sorted.toList(), null);
        }
        var cursor = query.cursor();
        var last = cursor == null ? "" : cursor.text(0);
        var found =
                sorted.filter(each -> each.code().compareTo(last) > 0)
                        .limit(query.fetch())
                        .toList();
        return Page.of(found, query, each -> Cursor.after(each.code()));
    }
}
