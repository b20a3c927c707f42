package dev.unglue.serve;

import dev.unglue.config.yaml.ConfigException;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.serve.decide.DecidePage;
import dev.unglue.serve.decide.DecisionDesk;
import dev.unglue.serve.decide.FlagsPage;
import dev.unglue.serve.decide.MissedValue;
import dev.unglue.serve.http.Assets;
import dev.unglue.serve.http.Guard;
import dev.unglue.serve.http.Refusal;
import dev.unglue.serve.http.RefusedException;
import dev.unglue.serve.http.Request;
import dev.unglue.serve.http.Response;
import dev.unglue.serve.http.SiteServer;
import dev.unglue.serve.page.CapturePage;
import dev.unglue.serve.page.ComparePage;
import dev.unglue.serve.page.OverviewPage;
import dev.unglue.serve.page.SubjectPage;
import dev.unglue.serve.page.SubjectsPage;
import dev.unglue.serve.page.View;
import dev.unglue.store.site.NotPublishedException;
import dev.unglue.store.site.PublishedFile;
import dev.unglue.store.site.SubjectSearch;
import dev.unglue.store.sql.StoreException;
import java.util.Optional;
import java.util.function.Function;

/** The site: finds the page of an address, and a page of its own for all that goes wrong. */
public final class Site implements AutoCloseable, Function<Request, Response> {
  private static final String SUBJECT = "/subject/";

  private final SiteServer server;
  private final Guard guard;
  private final Assets assets = new Assets();
  private final SitePrinter printer;
  private final PublishedFile file;
  private final DecisionDesk desk;

  private Site(SiteSettings settings) {
    this.server = SiteServer.listen(settings.access());
    this.guard = new Guard(settings.access(), server.port());
    this.printer = new SitePrinter(settings.access(), assets);
    this.file = new PublishedFile(settings.out());
    this.desk =
        new DecisionDesk(
            file,
            settings.settings().get(),
            settings.config(),
            settings.out(),
            settings.workingFolder(),
            settings.clock());
  }

  /**
   * Starts it.
   *
   * @throws JobException if the port is taken
   */
  public static Site start(SiteSettings settings) {
    Site site = new Site(settings);
    site.server.answer(site);
    return site;
  }

  /** Where it is found. */
  public String address() {
    return server.address();
  }

  @Override
  public Response apply(Request request) {
    Optional<Refusal> refused = guard.check(request);
    if (refused.isPresent()) {
      return printer.refusal(refused.get());
    }
    if (guard.bringsToken(request)) {
      return Response.seeOther(request.path()).with("Set-Cookie", guard.cookie());
    }
    return assets.at(request.path()).orElseGet(() -> page(request));
  }

  private Response page(Request request) {
    SiteFormat format = SiteFormat.of(request.path());
    try {
      return request.isPost()
          ? posted(request)
          : printer.print(view(request, format), format, request);
    } catch (RefusedException e) {
      return printer.refusal(e.refusal());
    } catch (NotPublishedException e) {
      return printer.refusal(new Refusal(503, "Nothing is published yet", message(e)));
    } catch (StoreException e) {
      return printer.refusal(new Refusal(503, "The data cannot be read now", message(e)));
    } catch (JobException | ConfigException e) {
      return printer.refusal(new Refusal(409, "That cannot be done", message(e)));
    }
  }

  private Response posted(Request request) {
    if (request.path().equals("/decide")) {
      return DecidePage.answer(
          desk, request, view -> printer.print(view, SiteFormat.HTML, request));
    }
    if (request.path().equals("/flags")) {
      return FlagsPage.accept(desk, request);
    }
    if (request.path().equals("/missed")) {
      return MissedValue.answer(desk, request);
    }
    throw RefusedException.of(405, "Not understood", "expected a form of this site, found none");
  }

  private static String message(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }

  private View view(Request request, SiteFormat format) {
    String path = format.without(request.path());
    if (path.startsWith(SUBJECT)) {
      return SubjectPage.view(file, path.substring(SUBJECT.length()), request.query());
    }
    return switch (path) {
      case "/", "/overview" -> OverviewPage.view(file.overview(), desk.waiting());
      case "/subjects" ->
          SubjectsPage.view(new SubjectSearch(file), request, format != SiteFormat.HTML);
      case "/decide" -> DecidePage.view(desk, request);
      case "/flags" -> FlagsPage.view(desk, request, format != SiteFormat.HTML);
      case "/names" -> SubjectsPage.names(new SubjectSearch(file), request);
      case "/page" -> CapturePage.view(file, desk.reading(), request.query());
      case "/compare" -> ComparePage.view(file, request.query());
      default ->
          throw RefusedException.of(
              404,
              "No such page",
              "expected an address of this site, found \"%.80s\"; begin at the overview"
                  .formatted(path));
    };
  }

  @Override
  public void close() {
    server.close();
    file.close();
  }
}
