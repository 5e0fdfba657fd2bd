package com.nexnum.query.ledger.accounts;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import com.nexnum.query.platform.BadRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of accounts, named by the parts from the root on: {@code customer}, {@code
 * customer:cus_1}, {@code customer:cus_1:held}. Only leaves have postings.
 *
 * @param name empty for the root
 */
public record Node(String name) {

    public static final Node ROOT = new Node("");
    static final Node CUSTOMERS = new Node("customer");

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z_.-]+(:[0-9A-Za-z_.-]+){0,3}");
    private static final Set<String> INNER = Set.of("customer", "supplier");

    /**
     * @throws ProblemException 400 INVALID_PARAMETER when no account could have the name
     */
    public static Node parse(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return ROOT;
        }
        var name = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        if (name.length() > 96 || !SHAPE.matcher(name).matches()) {
            throw BadRequest.of(
                    parameter, parameter + " is an account such as customer:cus_1:available.");
        }
        return new Node(name);
    }

    public static ProblemException unknown(String account) {
        return Problem.of(404, "ACCOUNT_NOT_FOUND", "The ledger has no such account.")
                .with("account", account)
                .raised();
    }

    Node child(String part) {
        return new Node(name.isEmpty() ? part : name + ":" + part);
    }

    /** The child of this node on the way to an account below it. */
    Node towards(String account) {
        var from = name.isEmpty() ? 0 : name.length() + 1;
        var end = account.indexOf(':', from);
        return new Node(end < 0 ? account : account.substring(0, end));
    }

    boolean holds(String account) {
        return name.isEmpty() || account.equals(name) || account.startsWith(name + ":");
    }

    boolean isBelowCustomers() {
        return name.startsWith("customer:");
    }

    /** The accounts of one customer, or the one that this is. */
    List<String> accountsOfCustomer() {
        return depth() == 2
                ? List.of(child("available").name(), child("held").name())
                : List.of(name);
    }

    boolean isLeaf() {
        return switch (depth()) {
            case 1 -> !INNER.contains(name) && !name.equals("gateway");
            case 2 -> !INNER.contains(name.substring(0, name.indexOf(':')));
            default -> true;
        };
    }

    private int depth() {
        return name.isEmpty() ? 0 : name.split(":", -1).length;
    }
}
