package dev.unglue.model.report;

/**
 * A row or an input that could not be read.
 *
 * @param page the page or file
 * @param reason why, as a word
 * @param message one sentence for people
 * @param text its beginning, as it came
 */
public record QuarantineLine(String page, String reason, String message, String text) {}
