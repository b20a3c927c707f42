package dev.unglue.extract.statement;

import dev.unglue.model.field.StatementForms.BlockForm;
import dev.unglue.model.value.Subject;
import java.util.List;
import java.util.Map;

/**
 * A heading of the page with the lines below it.
 *
 * @param form which heading it is
 * @param bound the subjects that the heading names, by placeholder
 * @param lines the lines below it, in order
 */
record Block(BlockForm form, Map<String, Subject> bound, List<Piece> lines) {}
