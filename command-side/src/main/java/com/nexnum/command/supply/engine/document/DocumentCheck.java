package com.nexnum.command.supply.engine.document;

import com.nexnum.command.supply.engine.request.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the mistakes in a document that its shape does not show. */
public final class DocumentCheck {

    private static final String NEVER_AGAIN = "what changes something is never sent again";

    private final ProviderDocument document;
    private final List<DocumentMistake> mistakes = new ArrayList<>();

    private DocumentCheck(ProviderDocument document) {
        this.document = document;
    }

    /**
     * The document, when nothing is wrong with it.
     *
     * @throws DocumentMistakes with everything that was found
     */
    public static ProviderDocument checked(JsonNode json) {
        var wrong = DocumentSchema.mistakesIn(json);
        if (!wrong.isEmpty()) {
            throw new DocumentMistakes(wrong);
        }
        try {
            var document = DocumentReader.read(json);
            var found = new DocumentCheck(document).all();
            if (!found.isEmpty()) {
                throw new DocumentMistakes(found);
            }
            return document;
        } catch (DocumentMistake e) {
            throw new DocumentMistakes(List.of(e));
        }
    }

    private List<DocumentMistake> all() {
        document.endpoints()
                .forEach((operation, endpoint) -> {
                    var pointer = "/endpoints/" + operation.word();
                    check(operation, endpoint, pointer, operation.variables());
                });
        checkSms();
        checkCancel();
        mistakes.addAll(KnownSlips.in(document));
        return mistakes;
    }

    private void check(
            Operation operation, Endpoint endpoint, String pointer, Set<String> variables) {
        checkVariables(endpoint.request(), pointer + "/request", variables);
        checkPath(endpoint.request(), pointer + "/request/path");
        checkGroups(operation, endpoint, pointer);
        if (endpoint.retries() > 0 && !operation.reads()) {
            say(pointer + "/pace/retries", NEVER_AGAIN);
        }
        for (var field : new TreeSet<>(operation.neededFields())) {
            var later = operation == Operation.BUY ? endpoint.follow() : null;
            boolean told =
                    endpoint.field(field) != null || (later != null && later.field(field) != null);
            if (!told || (field.equals("id") && endpoint.field(field) == null)) {
                say(pointer + "/fields", "the field '" + field + "' is missing");
            }
        }
        var follow = endpoint.follow();
        if (follow != null) {
            var more = new HashSet<>(variables);
            more.addAll(endpoint.fields().keySet());
            checkVariables(follow.request(), pointer + "/follow/request", more);
            checkPath(follow.request(), pointer + "/follow/request/path");
            // What follows a sale only tells more about it.
            if (follow.retries() > 0 && !operation.reads() && operation != Operation.BUY) {
                say(pointer + "/follow/pace/retries", NEVER_AGAIN);
            }
            checkGroups(operation, follow, pointer + "/follow");
        }
    }

    private void checkVariables(RequestTemplate request, String pointer, Set<String> known) {
        var texts =
                Stream.of(
                                Stream.of(request.path()),
                                request.query().values().stream(),
                                request.form().values().stream(),
                                request.headers().values().stream(),
                                texts(request.json()))
                        .flatMap(it -> it);
        texts.flatMap(it -> Template.variables(it).stream())
                .filter(it -> !known.contains(it) && !it.startsWith("secret."))
                .distinct()
                .forEach(it ->
                        say(pointer, "{" + it + "} is not known here; known are " + sorted(known)));
    }

    private static Stream<String> texts(@Nullable JsonNode json) {
        if (json == null) {
            return Stream.of();
        }
        return json.isString()
                ? Stream.of(json.stringValue())
                : json.values().stream().flatMap(DocumentCheck::texts);
    }

    /** A path that the base address has already would be asked for twice. */
    private void checkPath(RequestTemplate request, String pointer) {
        var base = request.baseUrl() == null ? document.baseUrl() : request.baseUrl();
        var already = base.getPath() == null ? "" : base.getPath().replaceAll("/+$", "");
        if (already.length() > 1 && request.path().startsWith(already)) {
            say(
                    pointer,
                    "the base address ends in " + already + " already, and the path repeats it");
        }
    }

    /** With a pattern the fields are its groups; one that it does not have is never found. */
    private void checkGroups(Operation operation, Endpoint endpoint, String pointer) {
        var pattern = endpoint.pattern();
        if (pattern == null) {
            return;
        }
        // Where it is enough that the answer is the expected one, nothing has to be read.
        boolean isRead = !endpoint.fields().isEmpty() || operation == Operation.SMS;
        if (pattern.names().isEmpty() && (isRead || !operation.neededFields().isEmpty())) {
            say(pointer + "/pattern", "it has no named groups, so that nothing can be read by it");
            return;
        }
        endpoint.fields()
                .forEach((name, expression) -> {
                    var word = expression.toString();
                    if (word.matches("[A-Za-z][A-Za-z0-9_]*") && !pattern.names().contains(word)) {
                        say(
                                pointer + "/fields/" + name,
                                "the pattern has no group '" + word + "', only " + pattern.names());
                    }
                });
    }

    private void checkSms() {
        var sms = document.needed(Operation.SMS);
        if (sms.messages() == null && (sms.follow() == null || sms.follow().messages() == null)) {
            say("/endpoints/sms", "it says nowhere where the messages stand");
        }
        if (sms.state() != null && !sms.states().containsValue(State.WAITING)) {
            say("/endpoints/sms/states", "no word of the provider means WAITING");
        }
        checkStates(sms);
    }

    /** Words of the SMS-Activate protocol at a provider that speaks another are a slip. */
    private void checkStates(Endpoint sms) {
        boolean foreign =
                sms.pattern() == null
                        && sms.state() != null
                        && !sms.state().toString().contains("$word")
                        && sms.states().keySet().stream().anyMatch(it -> it.startsWith("STATUS_"));
        if (foreign) {
            say(
                    "/endpoints/sms/states",
                    "words of the SMS-Activate protocol, while the state is read from JSON");
        }
    }

    private void checkCancel() {
        var cancel = document.endpoint(Operation.CANCEL);
        if (cancel != null && cancel.success() == null && cancel.pattern() == null) {
            say(
                    "/endpoints/cancel/success",
                    "it must say what answer means that the charge comes back");
        }
    }

    private void say(String pointer, String reason) {
        mistakes.add(new DocumentMistake(pointer, reason));
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().toList().toString();
    }
}
