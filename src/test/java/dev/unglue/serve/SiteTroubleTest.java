package dev.unglue.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.serve.SiteClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong has a page of its own, and nothing is written. */
class SiteTroubleTest {
  @TempDir Path folder;

  private Site site;

  @BeforeEach
  void start() {
    OpenRows.run(folder, 1);
    site = Sites.start(folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private SiteClient client() {
    return new SiteClient(site);
  }

  private void execute(String file, String sql) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Sizes and times of all files but what readers of a store leave beside it. */
  private Map<String, String> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      Map<String, String> files = new TreeMap<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith("-shm") && !file.toString().endsWith("-wal")) {
          files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saysThatAPublishOfAnotherVersionCannotBeRead() {
    execute("out/unglue.db", "PRAGMA user_version = 99");
    Map<String, String> before = files();

    for (String address : List.of("/", "/subjects", "/decide", "/flags", "/subject/baker-a")) {
      Answer answer = client().get(address);
      assertThat(answer.status()).as(address).isEqualTo(503);
      assertThat(answer.body())
          .contains("<h1>The data cannot be read now</h1>", "the store was made by a newer unglue");
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void showsWhatIsPublishedWhileTheWorkStoreIsBroughtUpToDate() {
    execute("out/work/store.db", "PRAGMA user_version = 21");
    Map<String, String> before = files();

    Answer answer = client().get("/");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("<b>2</b> subjects", "<b>1</b> rows wait for a word");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void saysThatAPublishIsDamaged() throws IOException {
    Files.writeString(folder.resolve("out/unglue.db"), "no database, but long enough".repeat(400));

    Answer answer = client().get("/subjects");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).contains("<h1>The data cannot be read now</h1>");
  }

  @Test
  void saysWhatItDoesNotKnow() {
    Map<String, String> before = files();

    assertThat(client().get("/subject/nobody").body())
        .contains("<h1>No such subject</h1>", "found &quot;nobody&quot;; search for it above");
    assertThat(client().get("/page?page=nowhere").body())
        .contains(
            "<h1>No such page</h1>", "found &quot;nowhere&quot;; a subject leads to its pages");
    assertThat(client().get("/nowhere").body())
        .contains("<h1>No such page</h1>", "found &quot;/nowhere&quot;; begin at the overview");
    assertThat(client().post("/nowhere", "form_token=" + Sites.FORM_TOKEN).status()).isEqualTo(405);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void tellsWhatBecameOfAPageNightByNight() {
    execute(
        "out/unglue.db",
        "INSERT INTO fetch (run_id, url, source, outcome, http_status, reason) VALUES (1, 'p/page-0.txt', 's', 'gone', 404, 'no longer there')");

    assertThat(client().get("/page?page=p%2Fpage-0.txt").body())
        .contains(
            "<h3>Night by night</h3>",
            "<td>gone</td><td class=\"n\">404</td><td>no longer there</td>");
  }
}
