package com.nexnum.command.supply.icon;

import com.nexnum.command.supply.ProvidersByName;
import com.nexnum.platform.outbound.Destinations;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.Validation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of providers: set by administrators, shown to everybody who is signed in. */
@RestController
final class IconEndpoint {

    private static final int LONGEST_ADDRESS = 500;
    private static final Duration KEPT = Duration.ofDays(1);

    private final ProvidersByName providers;
    private final IconFetch fetch;
    private final Icons icons;

    IconEndpoint(ProvidersByName providers, IconFetch fetch, Icons icons) {
        this.providers = providers;
        this.fetch = fetch;
        this.icons = icons;
    }

    /**
     * @param url where the picture is: {@code https://…}
     * @param sha256 of the bytes there, in hexadecimal, where only that picture will do
     */
    record IconWish(@Nullable String url, @Nullable String sha256) {}

    /**
     * @param sourceSha256 of the bytes that were fetched
     * @param sha256 of the PNG that we show
     */
    record IconView(
            String provider,
            String source,
            String sourceSha256,
            String sha256,
            Instant fetchedAt) {}

    /** Fetches the picture now. */
    @PutMapping("/api/v1/admin/providers/{slug}/icon")
    IconView put(@PathVariable String slug, @RequestBody IconWish wish, Caller caller) {
        var provider = providers.named(slug);
        var url = wish.url() == null ? "" : wish.url().strip();
        var sha256 = wish.sha256();
        new Validation()
                .check(
                        "url",
                        url.length() <= LONGEST_ADDRESS && isAddress(url),
                        "begins with https:// and has at most 500 characters")
                .check(
                        "sha256",
                        sha256 == null || sha256.matches("[0-9a-f]{64}"),
                        "has 64 hexadecimal digits in small letters")
                .done();
        var icon = fetch.fetch(URI.create(url), sha256, caller.customerId().value());
        icons.put(provider, icon);
        return new IconView(
                slug, icon.source(), icon.sourceSha256(), icon.sha256(), icon.fetchedAt());
    }

    @DeleteMapping("/api/v1/admin/providers/{slug}/icon")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String slug) {
        icons.remove(providers.named(slug));
    }

    @GetMapping(value = "/api/v1/providers/{slug}/icon", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> icon(@PathVariable String slug) {
        var icon = icons.find(providers.named(slug)).orElseThrow(IconEndpoint::nothing);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .eTag(icon.sha256())
                .contentType(MediaType.IMAGE_PNG)
                .body(icon.png());
    }

    private static RuntimeException nothing() {
        return Problem.of(404, "ICON_NOT_FOUND", "This provider has no icon.").raised();
    }

    private static boolean isAddress(String url) {
        try {
            Destinations.requireSafe(URI.create(url));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
