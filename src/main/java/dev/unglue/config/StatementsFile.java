package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.StatementForms.BlockForm;
import dev.unglue.model.field.StatementForms.EntryForm;
import dev.unglue.model.field.StatementForms.EntryLine;
import dev.unglue.model.field.StatementForms.ParagraphForm;
import dev.unglue.model.field.StatementForms.Scope;
import dev.unglue.model.field.StatementForms.SentenceForm;
import dev.unglue.model.field.Template;
import dev.unglue.model.field.Words;
import dev.unglue.model.value.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code statements.yaml}, whose comments say what each key means. */
final class StatementsFile {
  static final String NAME = "statements.yaml";
  private static final int MONTHS = 12;

  private final Optional<YamlNode> file;

  /** The file as YAML; what its keys mean is read later, when the attributes are known. */
  StatementsFile(ConfigFiles files) {
    this.file = files.has(NAME) ? Optional.of(files.yaml(NAME)) : Optional.empty();
  }

  /**
   * The forms; they may give the attributes of {@code catalogue} and no others. Without the file
   * nothing but titles is read outside tables.
   *
   * @param shipped the files of the program, whose forms of titles hold where the file has none
   */
  StatementForms read(Catalogue catalogue, ConfigFiles shipped) {
    StatementForms own = file.map(root -> read(root, catalogue)).orElseGet(StatementForms::none);
    return own.titles().isEmpty() && own.urls().isEmpty()
        ? withTitles(own, catalogue, shipped.yaml(NAME))
        : own;
  }

  private static StatementForms withTitles(
      StatementForms own, Catalogue catalogue, YamlNode shipped) {
    Words words = own.words().withTitleWords(words(shipped.map("words")));
    Reader reader = new Reader(words, new GiveReader(catalogue, words));
    return own.withTitles(
        words,
        reader.templates(shipped, "titles"),
        reader.templates(shipped, "introductions"),
        reader.templates(shipped, "urls"));
  }

  private static StatementForms read(YamlNode root, Catalogue catalogue) {
    Words words = words(root.map("words"));
    Reader reader = new Reader(words, new GiveReader(catalogue, words));
    return root.whole(
        new StatementForms(
            words,
            reader.templates(root, "titles"),
            reader.templates(root, "introductions"),
            reader.templates(root, "profile_titles"),
            reader.templates(root, "urls"),
            reader.templates(root, "profile_urls"),
            root.each("sentences", reader::sentence),
            root.each("blocks", reader::block),
            root.optional("paragraphs").map(reader::paragraphs).orElse(null)));
  }

  // --- words ----------------------------------------------------------------------------------

  private static Words words(YamlNode node) {
    return node.whole(
        new Words(
            node.texts("articles"),
            node.texts("joins"),
            node.texts("versus"),
            node.texts("pronouns"),
            node.texts("plus"),
            node.texts("minus"),
            node.texts("currency"),
            months(node),
            node.value("units", StatementsFile::numbers, Map.of()),
            node.value("numbers", StatementsFile::numbers, Map.of()),
            node.texts("ranges"),
            node.texts("at_least"),
            node.texts("at_most"),
            node.texts("abbreviations")));
  }

  private static List<String> months(YamlNode node) {
    List<String> months = node.texts("months");
    boolean all = months.isEmpty() || months.size() == MONTHS;
    String message = "expected 12 names of months, found " + months.size();
    node.optional("months").ifPresent(list -> list.expect(all, message));
    return months;
  }

  private static Map<String, Integer> numbers(YamlNode node) {
    return node.entries(YamlNode::asInteger);
  }

  // --- forms ----------------------------------------------------------------------------------

  /** Reads forms that are built from the words of the file. */
  private record Reader(Words words, GiveReader giveReader) {
    List<Template> templates(YamlNode node, String key) {
      return node.each(key, this::template);
    }

    private Template template(YamlNode node) {
      try {
        return Template.of(node.asText(), words);
      } catch (IllegalArgumentException e) {
        node.problem(String.valueOf(e.getMessage()));
        return Template.of("(?!)", words);
      }
    }

    private @Nullable Template optional(YamlNode node, String key) {
      return node.optional(key).map(this::template).orElse(null);
    }

    SentenceForm sentence(YamlNode node) {
      Template guard = optional(node, "guard");
      Template pattern = template(node.required("pattern", "the form of a sentence"));
      Set<String> slots = slots(guard, pattern);
      Set<Scope> on = scopes(node);
      // Below the heading of a related subject, its placeholders stand for those two subjects.
      Set<String> subjects = new LinkedHashSet<>(slots);
      subjects.addAll(on.contains(Scope.RELATED) ? List.of("a", "b") : List.of());
      SentenceForm form =
          new SentenceForm(
              node.text("id"),
              on,
              node.choice("section", Section.class),
              guard,
              pattern,
              giveReader.gives(node, "gives", subjects, slots),
              node.optional("rank").map(rank -> giveReader.rank(rank, slots)).orElse(null));
      boolean gives = !form.gives().isEmpty() || form.rank() != null;
      node.expect(gives, "expected values under gives, or a rank; found neither");
      return node.whole(form);
    }

    BlockForm block(YamlNode node) {
      List<Template> starts = templates(node, "start");
      String expected = "expected at least one form of a heading under start, found none";
      node.expect(!starts.isEmpty(), expected);
      Set<String> bound = slots(starts.toArray(Template[]::new));
      return node.whole(
          new BlockForm(
              node.text("id"),
              scopes(node),
              node.choice("section", Section.class),
              starts,
              templates(node, "skip"),
              templates(node, "ends"),
              node.each("entries", entry -> entry(entry, bound)),
              node.optional("scope").map(scope -> scope.asChoice(Scope.class)).orElse(null)));
    }

    private EntryForm entry(YamlNode node, Set<String> bound) {
      Template pattern = optional(node, "pattern");
      Template next = optional(node, "next");
      Set<String> slots = slots(pattern, next);
      Set<String> subjects = new LinkedHashSet<>(bound);
      subjects.addAll(slots);
      return node.whole(
          new EntryForm(
              node.choice("line", EntryLine.class),
              pattern,
              giveReader.gives(node, "gives", subjects, slots),
              next,
              giveReader.gives(node, "note", subjects, slots)));
    }

    ParagraphForm paragraphs(YamlNode node) {
      List<Template> openings = templates(node, "openings");
      openings.stream()
          .filter(opening -> opening.slots().get("a") != Template.Type.SUBJECT)
          .forEach(opening -> node.problem("expected {a} in the opening \"" + opening + "\""));
      return node.whole(
          new ParagraphForm(
              giveReader.attribute(node),
              node.choice("section", Section.class),
              openings,
              node.integer("min_length")));
    }

    private static Set<Scope> scopes(YamlNode node) {
      List<Scope> scopes =
          node.list("on").stream().map(scope -> scope.asChoice(Scope.class)).toList();
      return Set.copyOf(scopes);
    }

    private static Set<String> slots(@Nullable Template... templates) {
      Set<String> slots = new LinkedHashSet<>();
      for (Template template : templates) {
        if (template != null) {
          slots.addAll(template.slots().keySet());
        }
      }
      return slots;
    }
  }
}
