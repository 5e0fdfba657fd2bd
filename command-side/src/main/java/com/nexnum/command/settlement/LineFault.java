package com.nexnum.command.settlement;

/**
 * What is wrong with one line of a statement.
 *
 * @param line its number; 0 when it is the statement as a whole
 * @param field a column, or {@code line} or {@code statement}
 * @param code stable, upper case: {@code NEGATIVE}
 */
record LineFault(int line, String field, String code) {

    static LineFault ofAll(String code) {
        return new LineFault(0, "statement", code);
    }
}
