/**
 * Messages that leave the program: to a webhook, or to a command.
 *
 * <p>In: a text and where it goes. Out: delivered, or why not. May use sockets, processes, OkHttp,
 * {@code text}, and of {@code fetch} the proxies. An address of a webhook stands in the user's
 * configuration, and may lie in the own network: no page can bring one, and no redirect is
 * followed.
 */
@NullMarked
package dev.unglue.alert;

import org.jspecify.annotations.NullMarked;
