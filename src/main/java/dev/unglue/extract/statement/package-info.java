/**
 * What a page says outside its tables: sentences, headings with their paragraphs, lists.
 *
 * <p>In: a {@link dev.unglue.model.page.PageText} and the subjects of the page. Out: {@link
 * dev.unglue.extract.statement.PageStatements}. What is looked for stands in {@link
 * dev.unglue.model.field.StatementForms}; no phrase of any site stands in this package. May use
 * {@code model} and {@code text}; no files, no clock. Never throws for what a page holds, and takes
 * time in proportion to its length.
 */
@NullMarked
package dev.unglue.extract.statement;

import org.jspecify.annotations.NullMarked;
