package com.nexnum.command.platform.agenda;

import tools.jackson.databind.json.JsonMapper;

/** Writes what work needs to know into an agenda entry, and reads it back. */
public final class Details {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static String write(Object details) {
        return JSON.writeValueAsString(details);
    }

    public static <T> T read(Due due, Class<T> type) {
        return JSON.readValue(due.details(), type);
    }

    private Details() {}
}
