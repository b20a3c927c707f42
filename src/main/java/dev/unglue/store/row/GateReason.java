package dev.unglue.store.row;

/**
 * One reason not to publish a run.
 *
 * @param check what was held against its limit: {@code fatal_flags}, {@code error_rate}, {@code
 *     shrunk}, {@code truncated} or {@code blocked}
 * @param scope the source; empty where the store as a whole is meant
 * @param attribute id of the attribute; empty where it is about none
 * @param expected the limit
 * @param actual what was found
 * @param message one sentence for people
 */
public record GateReason(
    String check, String scope, String attribute, String expected, String actual, String message) {}
