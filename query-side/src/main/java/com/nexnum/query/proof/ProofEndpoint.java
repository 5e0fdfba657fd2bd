package com.nexnum.query.proof;

import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.Problem;
import com.nexnum.query.platform.Auditors;
import com.nexnum.query.platform.BadRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Blocks, the keys that signed them, and proofs to be carried away; for auditors. */
@RestController
@RequestMapping("/api/v1/audit")
class ProofEndpoint {

    private final Blocks blocks;
    private final SealingKeys keys;
    private final Proofs proofs;

    ProofEndpoint(Blocks blocks, SealingKeys keys, Proofs proofs) {
        this.blocks = blocks;
        this.keys = keys;
        this.proofs = proofs;
    }

    /** Newest first. */
    @GetMapping("/blocks")
    Page<BlockView> blocks(Caller caller, PageQuery query) {
        Auditors.require(caller);
        var cursor = query.cursor();
        var before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return Page.of(
                        blocks.before(before, query.fetch()),
                        query,
                        block -> Cursor.after(block.number()))
                .map(BlockView::of);
    }

    @GetMapping("/blocks/{number}")
    BlockView block(Caller caller, @PathVariable String number) {
        Auditors.require(caller);
        var found = number.matches("[0-9]{1,18}") ? blocks.find(Long.parseLong(number)) : null;
        if (found == null || found.isEmpty()) {
            throw Problem.of(404, "BLOCK_NOT_FOUND", "There is no block of this number.").raised();
        }
        return BlockView.of(found.get());
    }

    @GetMapping("/signing-keys")
    Page<SigningKeyView> signingKeys(Caller caller) {
        Auditors.require(caller);
        return new Page<>(keys.all().stream().map(SigningKeyView::of).toList(), null);
    }

    /** Lets a new key sign from now on; for administrators. */
    @PostMapping("/signing-keys")
    @ResponseStatus(HttpStatus.CREATED)
    SigningKeyView rotate(Caller caller) {
        Auditors.requireAdministrator(caller);
        return SigningKeyView.of(keys.rotate());
    }

    /**
     * Every event of the blocks that a stretch of positions touches.
     *
     * @param from a position; the first one when not given
     * @param to a position; the last sealed one when not given
     */
    @GetMapping("/proof-bundle")
    void bundle(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        Auditors.require(caller);
        var first = position("from", from, 1);
        var last = position("to", to, Long.MAX_VALUE);
        if (first > last) {
            throw BadRequest.of("from", "from is not above to");
        }
        var ends = proofs.ends(first, last);
        download(
                response,
                "nexnum-proof-%d-%d.bin"
                        .formatted(ends.getFirst().number(), ends.getLast().number()));
        proofs.bundle(ends.getFirst(), ends.getLast(), response.getOutputStream());
    }

    @GetMapping("/entries/{entryId}/inclusion-proof")
    InclusionProof.View inclusion(Caller caller, @PathVariable String entryId) {
        Auditors.require(caller);
        return proofs.inclusion(entryId).view(entryId);
    }

    /** The same for the stand-alone verifier. */
    @GetMapping("/entries/{entryId}/inclusion-proof/bundle")
    void inclusionBundle(Caller caller, @PathVariable String entryId, HttpServletResponse response)
            throws IOException {
        Auditors.require(caller);
        var proof = proofs.inclusion(entryId);
        download(response, "nexnum-proof-entry-%d.bin".formatted(proof.event().position()));
        proofs.bundle(proof, response.getOutputStream());
    }

    private static void download(HttpServletResponse response, String name) {
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
    }

    private static long position(String name, @Nullable String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) < 1) {
            throw BadRequest.of(name, name + " is a position in the event store, 1 or more");
        }
        return Long.parseLong(text);
    }
}
