package dev.unglue.model.page;

import dev.unglue.model.value.Span;
import org.jspecify.annotations.Nullable;

/**
 * What could not be read, kept with its reason.
 *
 * @param page the page, or the file where no page could be made of it
 * @param reason stable code, for example {@code split_impossible} or {@code not_utf8}
 * @param message one sentence for people: what is wrong, expected and found, where, what to do
 * @param rawText the text that could not be read, cut at 10,000 characters
 * @param span its place; absent where the whole file is meant
 */
public record Quarantined(
    String page, String reason, String message, String rawText, @Nullable Span span) {}
