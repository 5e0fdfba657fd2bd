package com.nexnum.command.supply.engine.document;

import java.util.List;
import java.util.stream.Collectors;

/** Everything that keeps a provider's document from being used. */
public final class DocumentMistakes extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<DocumentMistake> all;

    public DocumentMistakes(List<DocumentMistake> all) {
        super(all.stream().map(DocumentMistake::getMessage).collect(Collectors.joining("; ")));
        this.all = List.copyOf(all);
    }

    public List<DocumentMistake> all() {
        return all;
    }
}
