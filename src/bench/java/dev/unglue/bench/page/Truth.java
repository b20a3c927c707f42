package dev.unglue.bench.page;

import dev.unglue.model.value.Section;
import dev.unglue.model.value.State;

/**
 * What a page says for certain of one subject, for it was printed from this.
 *
 * @param subject slug of the subject
 * @param section the part of the page
 * @param attribute id of the attribute
 * @param member part of the attribute (a gender); empty where it has none
 * @param ordinal place in a list, from 1; 0 where there is no order
 * @param state {@code VALUE} or {@code MISSING}
 * @param value the value: a plain number or a name; empty where it is missing
 */
public record Truth(
    String subject,
    Section section,
    String attribute,
    String member,
    int ordinal,
    State state,
    String value) {}
