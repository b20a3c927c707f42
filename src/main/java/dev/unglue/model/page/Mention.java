package dev.unglue.model.page;

import dev.unglue.model.value.Section;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence or a list says, before it is typed: {@code normalize} makes an {@link
 * Observation} of it.
 *
 * @param subject whom it is about; absent for what is said of the page as a whole
 * @param attribute id in the catalogue
 * @param member part of the attribute; empty where it has none
 * @param ordinal place in a list, from 1; 0 where there is no order
 * @param section the part of the page
 * @param raw the text that proves it, with its place
 * @param value what of it is the value, for example {@code 12} of {@code 6-12 months}, in the unit
 *     of the attribute
 * @param method {@code sentence}, {@code list}, {@code paragraph}, {@code elimination} or {@code
 *     order}: how it was found, and how the subject was told
 */
public record Mention(
    @Nullable Subject subject,
    String attribute,
    String member,
    int ordinal,
    Section section,
    SourceText raw,
    String value,
    String method) {}
