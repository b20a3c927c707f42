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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code statements.yaml}, whose comments say what each key means. */
final class StatementsFile {
  private static final String NAME = "statements.yaml";
  private static final int MONTHS = 12;

  private final Optional<YamlNode> file;

  /** The file as YAML; what its keys mean is read later, when the attributes are known. */
  StatementsFile(ConfigFiles files) {
    this.file = files.has(NAME) ? Optional.of(files.yaml(NAME)) : Optional.empty();
  }

  /**
   * The forms; they may give the attributes of {@code catalogue} and no others. Without the file
   * nothing is read outside tables.
   */
  StatementForms read(Catalogue catalogue) {
    return file.map(root -> read(root, catalogue)).orElseGet(StatementForms::none);
  }

  private static StatementForms read(YamlNode root, Catalogue catalogue) {
    Words words = words(root.map("words"));
    Reader reader = new Reader(words, new GiveReader(catalogue, words));
    StatementForms forms =
        new StatementForms(
            words,
            reader.templates(root, "titles"),
            reader.templates(root, "profile_titles"),
            reader.templates(root, "urls"),
            reader.templates(root, "profile_urls"),
            root.optionalList("sentences").stream().map(reader::sentence).toList(),
            root.optionalList("blocks").stream().map(reader::block).toList(),
            root.optional("paragraphs").map(reader::paragraphs).orElse(null));
    root.noOtherKeys();
    return forms;
  }

  // --- words ----------------------------------------------------------------------------------

  private static Words words(YamlNode node) {
    Words words =
        new Words(
            node.texts("articles"),
            node.texts("joins"),
            node.texts("versus"),
            node.texts("pronouns"),
            node.texts("plus"),
            node.texts("minus"),
            node.texts("currency"),
            months(node),
            numbers(node, "units"),
            numbers(node, "numbers"),
            node.texts("ranges"),
            node.texts("at_least"),
            node.texts("at_most"),
            node.texts("abbreviations"));
    node.noOtherKeys();
    return words;
  }

  private static List<String> months(YamlNode node) {
    List<String> months = node.texts("months");
    if (!months.isEmpty() && months.size() != MONTHS) {
      node.optional("months")
          .ifPresent(list -> list.problem("expected 12 names of months, found " + months.size()));
    }
    return months;
  }

  private static Map<String, Integer> numbers(YamlNode node, String key) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    node.optional(key)
        .map(YamlNode::entries)
        .orElse(Map.of())
        .forEach((word, number) -> numbers.put(word, number.asInteger()));
    return numbers;
  }

  // --- forms ----------------------------------------------------------------------------------

  /** Reads forms that are built from the words of the file. */
  private record Reader(Words words, GiveReader gives) {
    List<Template> templates(YamlNode node, String key) {
      return node.optionalList(key).stream().map(this::template).toList();
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
              gives.gives(node, "gives", subjects, slots),
              node.optional("rank").map(rank -> gives.rank(rank, slots)).orElse(null));
      if (form.gives().isEmpty() && form.rank() == null) {
        node.problem("expected values under gives, or a rank; found neither");
      }
      node.noOtherKeys();
      return form;
    }

    BlockForm block(YamlNode node) {
      List<Template> starts = templates(node, "start");
      if (starts.isEmpty()) {
        node.problem("expected at least one form of a heading under start, found none");
      }
      Set<String> bound = slots(starts.toArray(Template[]::new));
      BlockForm form =
          new BlockForm(
              node.text("id"),
              scopes(node),
              node.choice("section", Section.class),
              starts,
              templates(node, "skip"),
              templates(node, "ends"),
              node.optionalList("entries").stream().map(entry -> entry(entry, bound)).toList(),
              node.optional("scope").map(scope -> scope.asChoice(Scope.class)).orElse(null));
      node.noOtherKeys();
      return form;
    }

    private EntryForm entry(YamlNode node, Set<String> bound) {
      Template pattern = optional(node, "pattern");
      Template next = optional(node, "next");
      Set<String> slots = slots(pattern, next);
      Set<String> subjects = new LinkedHashSet<>(bound);
      subjects.addAll(slots);
      EntryForm form =
          new EntryForm(
              node.choice("line", EntryLine.class),
              pattern,
              gives.gives(node, "gives", subjects, slots),
              next,
              gives.gives(node, "note", subjects, slots));
      node.noOtherKeys();
      return form;
    }

    ParagraphForm paragraphs(YamlNode node) {
      List<Template> openings = templates(node, "openings");
      openings.stream()
          .filter(opening -> opening.slots().get("a") != Template.Type.SUBJECT)
          .forEach(opening -> node.problem("expected {a} in the opening \"" + opening + "\""));
      ParagraphForm form =
          new ParagraphForm(
              gives.attribute(node),
              node.choice("section", Section.class),
              openings,
              node.integer("min_length"));
      node.noOtherKeys();
      return form;
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
