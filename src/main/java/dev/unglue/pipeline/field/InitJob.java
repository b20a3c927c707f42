package dev.unglue.pipeline.field;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.parse.ParseJob;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.raw.read.RawInputs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proposes a configuration for the pages of a field: their labels with types, units and the ranges
 * seen. The pages are read with the proposal, too; where a type, or a label, loses a cell that is
 * read without it, it is taken back. The folder appears in one step, whole or not at all.
 */
public final class InitJob {
  private static final String ASIDE = ".new";

  private final Request request;
  private final Path aside;
  private final List<String> missing = ConfigFolder.loadDefault().catalogue().missingMarks();
  private final Set<String> plain = new HashSet<>();
  private final Set<String> dropped = new LinkedHashSet<>();

  private InitJob(Request request) {
    this.request = request;
    Path folder = request.folder();
    this.aside = folder.resolveSibling("." + folder.getFileName() + ASIDE);
  }

  /**
   * What is asked.
   *
   * @param folder where the configuration is to lie
   * @param shown the same as people call it
   * @param pages files, folders and globs
   * @param workingFolder where relative paths begin
   * @param threads how many pages are read at a time
   */
  public record Request(
      Path folder, String shown, List<String> pages, Path workingFolder, int threads) {
    /** Copies the pages. */
    public Request {
      pages = List.copyOf(pages);
    }
  }

  /**
   * What was proposed.
   *
   * @param files what was written
   * @param attributes the attributes, in the order of the pages
   * @param leftOut labels that have none
   * @param pages how many pages were read
   * @param without the pages that have no table
   */
  public record Proposal(
      List<Path> files,
      List<Attribute> attributes,
      List<String> leftOut,
      int pages,
      List<String> without) {
    /** Copies the lists. */
    public Proposal {
      files = List.copyOf(files);
      attributes = List.copyOf(attributes);
      leftOut = List.copyOf(leftOut);
      without = List.copyOf(without);
    }
  }

  /**
   * Proposes it and writes it.
   *
   * @throws JobException if the folder holds something, or the pages give nothing to go by; nothing
   *     is then written
   */
  public static Proposal propose(Request request) {
    refuseFilled(request);
    InitJob job = new InitJob(request);
    try {
      return job.propose();
    } catch (IOException e) {
      throw JobException.usage(
          "cannot write the configuration: expected a folder that may be written and has space, found \"%s\" at %s"
              .formatted(e.getMessage(), request.shown()));
    } finally {
      job.clear();
    }
  }

  private static void refuseFilled(Request request) {
    boolean there = Files.exists(request.folder());
    String found = there ? "a file" : "nothing";
    if (Files.isDirectory(request.folder())) {
      try (Stream<Path> files = Files.list(request.folder())) {
        long count = files.count();
        found = count == 1 ? "1 file in it" : count + " files in it";
        there = count > 0;
      } catch (IOException e) {
        found = String.valueOf(e.getMessage());
      }
    }
    if (there) {
      throw JobException.usage(
          "expected a folder that is empty or not there yet, found %s, at %s; nothing was written"
              .formatted(found, request.shown()));
    }
  }

  private Proposal propose() throws IOException {
    List<ParsedPage> bare = read(List.of(), List.of());
    Map<String, SeenLabel> labels = SeenLabel.of(bare);
    List<String> without =
        bare.stream()
            .map(page -> page.ref().page())
            .filter(
                page -> labels.values().stream().noneMatch(label -> label.pages().contains(page)))
            .toList();
    if (labels.isEmpty()) {
      throw JobException.usage(
          "no page has a table: expected rows with a label and a cell for each subject, found none in %d %s (%s); unglue parse --explain PAGE shows what is read of one; nothing was written"
              .formatted(bare.size(), bare.size() == 1 ? "page" : "pages", first(without)));
    }
    PageKinds.refuseSeveral(labels.values());
    labels.values().stream()
        .filter(label -> label.cells().isEmpty())
        .map(SeenLabel::key)
        .forEach(dropped::add);
    List<Attribute> attributes = settle(bare, labels);
    if (attributes.isEmpty()) {
      throw JobException.usage(
          "no attribute can be proposed: expected labels whose rows are read for sure, found %d that are not, or that are read no better when known (%s); unglue parse --explain PAGE shows why; nothing was written"
              .formatted(labels.size(), first(leftOut(labels))));
    }
    return new Proposal(put(), attributes, leftOut(labels), bare.size(), without);
  }

  /** Each round takes something back, so that there is a last one. */
  private List<Attribute> settle(List<ParsedPage> bare, Map<String, SeenLabel> labels)
      throws IOException {
    while (true) {
      List<Attribute> attributes = attributes(labels);
      List<ParsedPage> now = read(attributes, leftOut(labels));
      Set<String> lost = new LinkedHashSet<>();
      for (int i = 0; i < bare.size(); i++) {
        lost.addAll(blamed(bare.get(i), now.get(i), labels));
      }
      if (lost.isEmpty()) {
        return attributes;
      }
      lost.stream().filter(key -> !plain.add(key)).forEach(dropped::add);
    }
  }

  /** The labels that lost a cell; where those are out already, all others of the page. */
  private List<String> blamed(ParsedPage before, ParsedPage after, Map<String, SeenLabel> labels) {
    List<String> lost = ReadingLoss.labels(before, after);
    List<String> known =
        lost.stream().filter(key -> labels.containsKey(key) && !dropped.contains(key)).toList();
    if (lost.isEmpty() || !known.isEmpty()) {
      return known;
    }
    return labels.values().stream()
        .filter(label -> label.pages().contains(before.ref().page()))
        .map(SeenLabel::key)
        .filter(key -> !dropped.contains(key))
        .toList();
  }

  private List<Attribute> attributes(Map<String, SeenLabel> labels) {
    TypeChoice choice = new TypeChoice(ConfigFolder.loadDefault().catalogue());
    Set<String> ids = new HashSet<>(Set.of("unmapped"));
    List<Attribute> attributes = new ArrayList<>();
    labels.forEach(
        (key, label) -> {
          if (!dropped.contains(key)) {
            attributes.addAll(choice.attributes(label, plain.contains(key), ids));
          }
        });
    return attributes;
  }

  private List<String> leftOut(Map<String, SeenLabel> labels) {
    return labels.values().stream()
        .filter(label -> dropped.contains(label.key()))
        .map(SeenLabel::label)
        .toList();
  }

  // --- reading and writing ----------------------------------------------------------------------

  /** The pages as the configuration reads them that is written aside. */
  private List<ParsedPage> read(List<Attribute> attributes, List<String> leftOut)
      throws IOException {
    write(attributes, leftOut);
    Settings settings = ConfigFolder.load(aside, request.shown());
    List<ParsedPage> pages = new ArrayList<>();
    ParseJob.parse(
        settings,
        request.pages(),
        request.workingFolder(),
        new ByteArrayInputStream(new byte[0]),
        request.threads(),
        result -> pages.add(result.page()),
        InitJob::refuse);
    return pages;
  }

  private static void refuse(Quarantined failure) {
    if (failure.reason().equals(RawInputs.MISSING)) {
      throw JobException.usage(failure.message() + "; nothing was written");
    }
  }

  private void write(List<Attribute> attributes, List<String> leftOut) throws IOException {
    clear();
    Files.createDirectories(aside.resolve("sources"));
    Map<String, String> files = new LinkedHashMap<>();
    String kind = String.valueOf(request.folder().getFileName()).toLowerCase(Locale.ROOT);
    files.put("attributes.yaml", FieldFiles.attributes(kind, missing, attributes, leftOut));
    files.put("rules.yaml", FieldFiles.rules());
    files.put("sources/pages.yaml", FieldFiles.source(request.pages()));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(aside.resolve(file.getKey()), file.getValue());
    }
  }

  /** In one step. */
  private List<Path> put() throws IOException {
    Files.move(aside, request.folder(), StandardCopyOption.REPLACE_EXISTING);
    return List.of(
        request.folder().resolve("attributes.yaml"),
        request.folder().resolve("rules.yaml"),
        request.folder().resolve("sources/pages.yaml"));
  }

  private void clear() {
    if (!Files.exists(aside)) {
      return;
    }
    try (Stream<Path> files = Files.walk(aside)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It is found and cleared by the next call.
    }
  }

  private static String first(List<String> pages) {
    String names = String.join(", ", pages.subList(0, Math.min(3, pages.size())));
    return pages.size() > 3 ? names + ", ..." : names;
  }
}
