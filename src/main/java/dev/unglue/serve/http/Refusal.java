package dev.unglue.serve.http;

/**
 * Why nothing is done, as a person reads it.
 *
 * @param status of HTTP
 * @param title what is wrong
 * @param message expected, found, what to do
 */
public record Refusal(int status, String title, String message) {}
