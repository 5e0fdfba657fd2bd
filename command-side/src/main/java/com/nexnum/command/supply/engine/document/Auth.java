package com.nexnum.command.supply.engine.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.nexnum.command.supply.engine.expression.Expression;
import org.jspecify.annotations.Nullable;

/** How a provider knows that it is us who asks. Secrets are named here, and kept elsewhere. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Auth.None.class, name = "none"),
    @JsonSubTypes.Type(value = Auth.Query.class, name = "query"),
    @JsonSubTypes.Type(value = Auth.Header.class, name = "header"),
    @JsonSubTypes.Type(value = Auth.Form.class, name = "form"),
    @JsonSubTypes.Type(value = Auth.Login.class, name = "login")
})
public sealed interface Auth {

    /** The secret that is meant where no other is named. */
    String KEY = "apiKey";

    record None() implements Auth {}

    /** The key as a parameter in the address. */
    record Query(@JsonProperty(required = true) String name) implements Auth {}

    /**
     * @param prefix what stands before the key, its space included: {@code "Bearer "}
     */
    record Header(@JsonProperty(required = true) String name, String prefix) implements Auth {
        public Header {
            prefix = prefix == null ? "" : prefix;
        }
    }

    /** The key as a form field of every request. */
    record Form(@JsonProperty(required = true) String name) implements Auth {}

    /**
     * A token that is fetched with the keys, kept until it ends, and fetched once more when it is
     * refused with status 401.
     *
     * @param request may use {@code {secret.NAME}}
     * @param token where the token stands in the answer
     * @param expiresAt where its end stands; without it the token is used until it is refused
     */
    record Login(
            @JsonProperty(required = true) RequestTemplate request,
            @JsonProperty(required = true) Expression token,
            @Nullable Expression expiresAt,
            String header,
            String prefix)
            implements Auth {
        public Login {
            header = header == null ? "Authorization" : header;
            prefix = prefix == null ? "Bearer " : prefix;
        }
    }
}
