package dev.unglue.serve;

import dev.unglue.config.Settings;
import dev.unglue.serve.http.SiteAccess;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a site is made of.
 *
 * @param access whom it lets in
 * @param settings reads the configuration as it is now
 * @param config the folder of the configuration, where decisions are kept; absent for the built-in
 *     one
 * @param out the folder of the results
 * @param workingFolder where the paths of captures begin
 * @param clock tells when something is decided
 */
public record SiteSettings(
    SiteAccess access,
    Supplier<Settings> settings,
    Optional<Path> config,
    Path out,
    Path workingFolder,
    Clock clock) {}
