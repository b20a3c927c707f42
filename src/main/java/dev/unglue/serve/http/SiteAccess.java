package dev.unglue.serve.http;

/**
 * Where a site listens, and whom it lets in.
 *
 * @param bind the address of the interface; a loopback one without a token
 * @param port the port; 0 for any that is free
 * @param token what a browser must know to be let in; empty where all of this machine are
 * @param formToken what each form must send along; new for each start
 * @param readOnly true if nothing may be decided
 */
public record SiteAccess(String bind, int port, String token, String formToken, boolean readOnly) {}
