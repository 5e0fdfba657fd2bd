package com.nexnum.command.supply.engine.document;

/** A provider's document cannot be used as it is. */
public final class DocumentMistake extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String reason;

    public DocumentMistake(String pointer, String reason) {
        super((pointer.isEmpty() ? "the document" : pointer) + ": " + reason);
        this.pointer = pointer;
        this.reason = reason;
    }

    /** Where, as a JSON pointer (RFC 6901); empty for the whole. */
    public String pointer() {
        return pointer;
    }

    public String reason() {
        return reason;
    }
}
