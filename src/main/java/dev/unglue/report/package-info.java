/**
 * Writes a report in the forms that people and programs read: {@code report.html}, {@code
 * report.json}, {@code report-junit.xml}.
 *
 * <p>In: a {@link dev.unglue.model.report.Report}. Out: three files, each replaced in one step. May
 * use files, Pebble (every value is escaped unless a template says otherwise, and none does) and
 * Jackson; asks no clock: the same report gives the same bytes.
 */
@NullMarked
package dev.unglue.report;

import org.jspecify.annotations.NullMarked;
