package dev.unglue.validate.shape;

import dev.unglue.model.ParsedPage;

/**
 * A page together with the text that it was read from.
 *
 * @param page what was read
 * @param text the capture's text, as decoded
 */
public record ReadPage(ParsedPage page, String text) {}
