package dev.unglue.config;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import dev.unglue.config.yaml.ConfigException;
import dev.unglue.config.yaml.Problems;
import dev.unglue.config.yaml.Spelling;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.page.Decisions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Reads a whole configuration: {@code attributes.yaml}, {@code rules.yaml}, {@code gate.yaml},
 * {@code alerts.yaml}, {@code statements.yaml}, {@code decisions.csv}, {@code sources/*.yaml},
 * {@code lexicon/*.txt}. Where a folder has no {@code weights.yaml} of its own, the learned weights
 * of the program hold; where it has no forms of titles, those of the program.
 */
public final class ConfigFolder {
  private static final String PACKED = "default/";
  private static final String ANCHOR = PACKED + "attributes.yaml";
  private static final int DEPTH = 2;

  private ConfigFolder() {}

  /**
   * Reads the configuration in {@code folder}.
   *
   * @throws ConfigException that lists all that is wrong with it
   */
  public static Settings load(Path folder) {
    return load(folder, folder.toString().replace('\\', '/'));
  }

  /**
   * Reads the configuration in {@code folder}, which problems call {@code shown}.
   *
   * @throws ConfigException that lists all that is wrong with it
   */
  public static Settings load(Path folder, String shown) {
    Problems problems = new Problems();
    Settings settings = load(folder, shown, problems);
    problems.throwIfAny();
    return settings;
  }

  /**
   * Reads the configuration in {@code folder}, as far as it can be used: a source whose file is
   * broken is none of its sources, and no more than that.
   *
   * @throws ConfigException that lists all that is wrong with it, if anything but sources is
   */
  public static Settings loadUsable(Path folder, String shown) {
    return load(folder, shown, new Problems());
  }

  /**
   * Whom a configuration that cannot be used tells of runs that break off: nobody where its {@code
   * alerts.yaml} cannot be used either.
   */
  public static Telling tellingOfBroken(Path folder, String shown) {
    Problems problems = new Problems();
    try {
      ConfigFiles files = new ConfigFiles(shown + "/", filesBelow(folder, "", problems), problems);
      AlertSettings alerts = AlertsFile.readAlone(files);
      FetchSettings fetch = FetchSettings.read(files);
      return new Telling(
          problems.isAbout(files.shown(AlertsFile.NAME))
              ? AlertSettings.NONE
              : alerts.ofBrokenRuns(),
          problems.isAbout(files.shown(FetchSettings.NAME)) ? FetchSettings.usual() : fetch);
    } catch (IOException | UncheckedIOException e) {
      return new Telling(AlertSettings.NONE, FetchSettings.usual());
    }
  }

  /**
   * Who is told, and how.
   *
   * @param alerts who is told of what
   * @param fetch through which proxy
   */
  public record Telling(AlertSettings alerts, FetchSettings fetch) {}

  private static Settings load(Path folder, String shown, Problems problems) {
    if (!Files.isDirectory(folder)) {
      String found = Files.exists(folder) ? "found a file" : "found nothing";
      problems.add(shown, "expected a folder with attributes.yaml, " + found);
      problems.throwIfAny();
    }
    try {
      Map<String, byte[]> files = filesBelow(folder, shown + "/", problems);
      if (!files.containsKey(LearnedFiles.WEIGHTS)) {
        files.put(LearnedFiles.WEIGHTS, packed(LearnedFiles.WEIGHTS));
      }
      return read(shown, new ConfigFiles(shown + "/", files, problems), problems);
    } catch (IOException | UncheckedIOException e) {
      problems.add(shown, "cannot be read: " + e.getMessage());
      throw new ConfigException(problems.all());
    }
  }

  /**
   * Reads the configuration that is packed into the program.
   *
   * @throws ConfigException that lists all that is wrong with it
   */
  public static Settings loadDefault() {
    Problems problems = new Problems();
    try {
      ConfigFiles files = new ConfigFiles("(built-in)/", packedFiles(), problems);
      return read("(built-in)", files, problems);
    } catch (IOException | URISyntaxException e) {
      problems.add("(built-in)", "cannot be read: " + e.getMessage());
      throw new ConfigException(problems.all());
    }
  }

  /** Reads side by side what does not need each other: a parse job waits for all of it. */
  private static Settings read(String origin, ConfigFiles files, Problems problems)
      throws IOException {
    byte[] general = packed(StatementsFile.NAME);
    var weights = supplyAsync(() -> LearnedFiles.weights(files));
    var lexicon = supplyAsync(() -> files.lexicon());
    var statements = supplyAsync(() -> new StatementsFile(files));
    ConfigFiles shipped =
        new ConfigFiles("(built-in)/", Map.of(StatementsFile.NAME, general), problems);
    var rules = supplyAsync(() -> RulesFile.read(files));
    var sources = supplyAsync(() -> SourcesFolder.read(files));
    var sha256 = supplyAsync(files::sha256);
    Catalogue catalogue = AttributesFile.read(files, lexicon, weights);
    StatementForms forms = statements.join().read(catalogue, shipped);
    RulesFile.Content entries = rules.join();
    Map<String, Source> found = sources.join();
    GateLimits gate = GateLimits.read(files, catalogue);
    FetchSettings fetch = FetchSettings.read(files);
    AlertSettings alerts = AlertsFile.read(files, catalogue);
    Decisions decisions = DecisionsFile.read(files, catalogue, problems);
    Map<String, BrokenSource> broken = BrokenSource.of(problems.all(), files);
    problems.throwIfAnyBut(broken.keySet().stream().map(files::shownSource).toList());
    found.keySet().removeAll(broken.keySet());
    return new Settings(
        origin,
        catalogue,
        forms,
        entries.rules(),
        entries.expectations(),
        found,
        gate,
        fetch,
        alerts,
        decisions,
        broken,
        sha256.join());
  }

  // --- a folder on disk -----------------------------------------------------------------------

  private static Map<String, byte[]> filesBelow(Path folder, String shown, Problems problems)
      throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    List<Path> found;
    try (Stream<Path> walk = Files.walk(folder, DEPTH)) {
      found = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path path : found) {
      String name = folder.relativize(path).toString().replace('\\', '/');
      if (ConfigFiles.isOurs(name)) {
        files.put(name, Files.readAllBytes(path));
      } else {
        noteStranger(shown, name, problems);
      }
    }
    return files;
  }

  /** A YAML file that nobody reads is a misspelled name, not a remark. */
  private static void noteStranger(String shown, String name, Problems problems) {
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      String top = String.join(", ", ConfigFiles.TOP);
      String hint = Spelling.hint(name, ConfigFiles.TOP);
      problems.add(
          shown + name, "unknown file: expected one of " + top + ", sources/NAME.yaml" + hint);
    }
  }

  // --- the one in the jar ---------------------------------------------------------------------

  /** A file that ships with the program and holds for any field. */
  private static byte[] packed(String name) throws IOException {
    try (InputStream file = ConfigFolder.class.getResourceAsStream(PACKED + name)) {
      return file == null ? new byte[0] : file.readAllBytes();
    }
  }

  private static Map<String, byte[]> packedFiles() throws IOException, URISyntaxException {
    URL anchor = ConfigFolder.class.getResource(ANCHOR);
    if (anchor == null) {
      throw new IOException("the program was built without its configuration");
    }
    URLConnection connection = anchor.openConnection();
    if (connection instanceof JarURLConnection jar) {
      // A shared JarFile would stay open, or be closed under another reader.
      jar.setUseCaches(false);
      String entry = jar.getEntryName();
      try (JarFile file = jar.getJarFile()) {
        return entriesOf(file, entry.substring(0, entry.length() - "attributes.yaml".length()));
      }
    }
    Path folder = Path.of(anchor.toURI()).resolveSibling("");
    return filesBelow(folder, PACKED, new Problems());
  }

  private static Map<String, byte[]> entriesOf(JarFile jar, String prefix) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    for (JarEntry entry : jar.stream().filter(e -> e.getName().startsWith(prefix)).toList()) {
      String name = entry.getName().substring(prefix.length());
      if (ConfigFiles.isOurs(name)) {
        try (InputStream content = jar.getInputStream(entry)) {
          files.put(name, content.readAllBytes());
        }
      }
    }
    return files;
  }
}
