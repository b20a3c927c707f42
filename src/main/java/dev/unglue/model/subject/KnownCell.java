package dev.unglue.model.subject;

/**
 * A cell that leaves no doubt: its layout keeps it apart, its row has one reading only, or the
 * page's prose decides it.
 *
 * @param capture key of the capture; where it was kept, one for all captures that read the same
 * @param subject slug of its subject
 * @param cell key of the cell; never the missing mark, which says nothing of other pages
 */
public record KnownCell(String capture, String subject, String cell) {}
