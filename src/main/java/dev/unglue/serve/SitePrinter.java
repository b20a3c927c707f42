package dev.unglue.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unglue.report.PageTemplates;
import dev.unglue.serve.http.Assets;
import dev.unglue.serve.http.Refusal;
import dev.unglue.serve.http.Request;
import dev.unglue.serve.http.Response;
import dev.unglue.serve.http.SiteAccess;
import dev.unglue.serve.page.View;
import java.util.Map;

/** Prints views as pages, as CSV and as JSON. */
final class SitePrinter {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private final SiteAccess access;
  private final Assets assets;
  private final PageTemplates templates = PageTemplates.ofSite("dev/unglue/serve/");

  SitePrinter(SiteAccess access, Assets assets) {
    this.access = access;
    this.assets = assets;
  }

  Response print(View view, SiteFormat format, Request request) {
    return switch (format) {
      case HTML -> page(200, view, request.path(), request.query().encoded());
      case CSV -> Response.of(200, "text/csv", view.sheet().csv());
      case JSON -> Response.of(200, "application/json", json(view.model()));
    };
  }

  /** A short page that says what is wrong. */
  Response refusal(Refusal refusal) {
    View view = new View("message.peb", refusal.title(), refusal, View.NO_SHEET);
    return page(refusal.status(), view, "", "");
  }

  private Response page(int status, View view, String path, String query) {
    Map<String, Object> model =
        Map.of(
            "title", view.title(),
            "view", view.model(),
            "path", path.equals("/") ? "/overview" : path,
            "query", query.isEmpty() ? "" : "?" + query,
            "assets", assets.addresses(),
            "readOnly", access.readOnly(),
            "formToken", access.formToken());
    return Response.of(status, "text/html", templates.render(view.template(), model));
  }

  private static String json(Object model) {
    try {
      return JSON.writeValueAsString(model) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of texts and numbers always have a JSON form", e);
    }
  }
}
