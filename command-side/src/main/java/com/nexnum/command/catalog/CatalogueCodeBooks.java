package com.nexnum.command.catalog;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.CodeBooks;
import com.nexnum.command.supply.engine.document.Codes;
import com.nexnum.kernel.supply.ProviderSlug;
import org.springframework.stereotype.Component;

/** What providers call our services and countries, as their documents say. */
@Component
public final class CatalogueCodeBooks implements CodeBooks {

    @Override
    public CodeBook of(ProviderSlug provider, Codes codes) {
        var services = new Words(codes.services(), StyledWords.services(codes.ofServices()));
        var countries = new Words(codes.countries(), StyledWords.countries(codes.ofCountries()));
        return new WrittenCodeBook(services, countries);
    }
}
