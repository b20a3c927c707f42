package dev.unglue.cli.command;

import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.serve.Site;
import dev.unglue.serve.SiteSettings;
import dev.unglue.serve.http.SiteAccess;
import java.awt.Desktop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue serve}: a local site to look, compare and decide. */
@Command(
    name = "serve",
    description = {
      "Serves a site of this machine alone: search and compare what is published, see each value"
          + " beside the page that it came from, and decide what is open, with the keyboard. Runs may go"
          + " on beside it; it shows each publish at once. It writes nothing but decisions.csv in the"
          + " configuration, as unglue decide does. It stays until it is stopped.",
      "On a network (--bind) a browser is let in by the address with ?token=TEXT at its end."
    },
    exitCodeList = {
      "2:wrong usage or configuration, or the port is taken",
      "143:stopped by SIGTERM"
    },
    footer = {
      "  unglue serve",
      "  unglue serve --out results --port 0 --open",
      "  unglue serve --bind 192.168.1.5 --token 'a long word that few know' --read-only"
    })
public final class ServeCommand extends Subcommand {
  private static final int SHORTEST_TOKEN = 16;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port; 0 for any that is free; default: 8080.")
  private int port = 8080;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Another address of this machine than 127.0.0.1; needs --token.")
  private String bind = "127.0.0.1";

  @Option(
      names = "--token",
      paramLabel = "TEXT",
      description = "What a browser must know to be let in, 16 characters or more.")
  private String token = "";

  @Option(names = "--read-only", description = "Lets nobody decide anything.")
  private boolean readOnly;

  @Option(names = "--open", description = "Opens the site in the browser of this machine.")
  private boolean open;

  @Override
  public Integer call() throws InterruptedException {
    check();
    CountDownLatch stopped = new CountDownLatch(1);
    SiteAccess access = new SiteAccess(bind, port, token, chance(), readOnly);
    try (Site site =
        Site.start(
            new SiteSettings(
                access,
                unglue()::settings,
                unglue().configFolder().map(folder -> workingFolder().resolve(folder)),
                unglue().out(),
                workingFolder(),
                unglue().clock()))) {
      say("unglue serve: " + site.address() + " (Ctrl-C ends it)");
      if (open) {
        open(site.address() + (token.isEmpty() ? "" : "?token=" + token));
      }
      unglue().jobs().onStop(stopped::countDown, Duration.ofSeconds(5));
      stopped.await();
    }
    return ExitCode.DONE;
  }

  private void check() {
    if (port < 0 || port > 65_535) {
      throw JobException.usage("--port: expected 0 to 65535, found %d".formatted(port));
    }
    if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
      throw JobException.usage(
          "--token: expected %d characters or more, found %d"
              .formatted(SHORTEST_TOKEN, token.length()));
    }
    if (token.isEmpty() && !isLoopback()) {
      throw JobException.usage(
          "--bind: expected --token with an address that others can reach, found none with \"%s\""
              .formatted(bind));
    }
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String chance() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void open(String address) {
    try {
      if (Desktop.isDesktopSupported()) {
        Desktop.getDesktop().browse(URI.create(address));
        return;
      }
    } catch (IOException | UnsupportedOperationException e) {
      say("unglue serve: no browser was opened: " + e.getMessage());
      return;
    }
    say("unglue serve: no browser was opened: this machine has none that can be asked");
  }
}
