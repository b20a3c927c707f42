package dev.unglue.config;

import dev.unglue.config.yaml.Spelling;
import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.StatementForms.BlockForm;
import dev.unglue.model.field.StatementForms.EntryForm;
import dev.unglue.model.field.StatementForms.EntryLine;
import dev.unglue.model.field.StatementForms.Give;
import dev.unglue.model.field.StatementForms.ParagraphForm;
import dev.unglue.model.field.StatementForms.Rank;
import dev.unglue.model.field.StatementForms.Scope;
import dev.unglue.model.field.StatementForms.SentenceForm;
import dev.unglue.model.field.Template;
import dev.unglue.model.field.Words;
import dev.unglue.model.value.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code statements.yaml}, whose comments say what each key means. */
final class StatementsFile {
  static final String NAME = "statements.yaml";
  private static final int MONTHS = 12;

  private final YamlNode root;

  /** The file as YAML; what its keys mean is read later, when the attributes are known. */
  StatementsFile(ConfigFiles files) {
    this.root = files.optionalYaml(NAME);
  }

  /**
   * The forms; they may give the attributes of {@code catalogue} and no others. Without the file
   * nothing but titles is read outside tables.
   *
   * @param shipped the files of the program, whose forms of titles hold where the file has none
   */
  StatementForms read(Catalogue catalogue, ConfigFiles shipped) {
    StatementForms own = read(catalogue);
    return own.titles().isEmpty() && own.urls().isEmpty()
        ? withTitles(own, catalogue, shipped.yaml(NAME))
        : own;
  }

  private static StatementForms withTitles(
      StatementForms own, Catalogue catalogue, YamlNode shipped) {
    Words words = own.words().withTitleWords(words(shipped.map("words")));
    Reader reader = new Reader(catalogue, words);
    return own.withTitles(
        words,
        reader.templates(shipped, "titles"),
        reader.templates(shipped, "introductions"),
        reader.templates(shipped, "urls"));
  }

  private StatementForms read(Catalogue catalogue) {
    Words words = words(root.map("words"));
    Reader reader = new Reader(catalogue, words);
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
  private record Reader(Catalogue catalogue, Words words) {
    private static final String WHOLE_LINE = "line";
    private static final String PLACE = "place";

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
              gives(node, "gives", subjects, slots),
              node.optional("rank").map(rank -> rank(rank, slots)).orElse(null));
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
              gives(node, "gives", subjects, slots),
              next,
              gives(node, "note", subjects, slots)));
    }

    ParagraphForm paragraphs(YamlNode node) {
      List<Template> openings = templates(node, "openings");
      openings.stream()
          .filter(opening -> opening.slots().get("a") != Template.Type.SUBJECT)
          .forEach(opening -> node.problem("expected {a} in the opening \"" + opening + "\""));
      return node.whole(
          new ParagraphForm(
              attribute(node),
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

    // --- what a form gives ----------------------------------------------------------------------

    /**
     * A list of values; empty where the key is absent.
     *
     * @param subjects placeholders that name a subject, those of the heading included
     * @param slots placeholders of the form itself
     */
    private List<Give> gives(YamlNode parent, String key, Set<String> subjects, Set<String> slots) {
      return parent.each(key, node -> give(node, subjects, slots));
    }

    private Give give(YamlNode node, Set<String> subjects, Set<String> slots) {
      String value = node.text("value");
      String slot = value.replaceAll("\\.(min|max)$", "");
      if (!slot.equals(WHOLE_LINE)) {
        check(node, "value", slot, slots);
      }
      return node.whole(
          new Give(
              attribute(node),
              optionalSlot(node, "subject", subjects),
              value,
              optionalSlot(node, "member", slots),
              optionalSlot(node, "sign", slots),
              node.optional("ordinal").map(place -> place.asOneOf(List.of(PLACE))).isPresent()));
    }

    private Rank rank(YamlNode node, Set<String> slots) {
      Rank rank =
          new Rank(
              attribute(node),
              requiredSlot(node, "greater", slots),
              requiredSlot(node, "lesser", slots),
              requiredSlot(node, "sign", slots));
      boolean signs = !words.plus().isEmpty() || !words.minus().isEmpty();
      node.expect(signs, "expected words under words.plus or words.minus, found none");
      return node.whole(rank);
    }

    /** The id of a known attribute. */
    private String attribute(YamlNode parent) {
      YamlNode node = parent.required("attribute", "the id of an attribute");
      String id = node.asText();
      if (catalogue.attribute(id).isEmpty()) {
        String hint = Spelling.hint(id, catalogue.attributes().keySet());
        node.problem("unknown attribute " + Spelling.quoted(id) + hint);
      }
      return id;
    }

    private static String requiredSlot(YamlNode parent, String key, Set<String> slots) {
      String slot = parent.text(key);
      check(parent, key, slot, slots);
      return slot;
    }

    private static String optionalSlot(YamlNode parent, String key, Set<String> slots) {
      String slot = parent.optionalText(key).orElse("");
      check(parent, key, slot, slots);
      return slot;
    }

    private static void check(YamlNode parent, String key, String slot, Set<String> slots) {
      if (!slot.isEmpty() && !slots.contains(slot)) {
        String known = slots.isEmpty() ? "none" : String.join(", ", slots);
        String expected = "expected a placeholder of the form (%s), found ".formatted(known);
        parent.optional(key).ifPresent(node -> node.problem(expected + Spelling.quoted(slot)));
      }
    }
  }
}
