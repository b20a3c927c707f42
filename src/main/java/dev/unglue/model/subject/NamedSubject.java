package dev.unglue.model.subject;

import dev.unglue.model.value.Subject;

/**
 * A spelling of a subject's name and a page that uses it.
 *
 * @param page the page
 * @param subject the name as that page prints it, and the slug that was made of it
 */
public record NamedSubject(String page, Subject subject) {}
