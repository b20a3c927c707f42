package dev.unglue.serve.page;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.page.ValueDecision;
import dev.unglue.text.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * By which a value is stated that was missed on a page.
 *
 * @param page the page
 * @param sha256 hash of the content that is shown
 * @param subjects whom it may be about; empty where the page does not tell
 * @param attributes what it may be
 * @param stated what people have stated of this content, the earlier first
 */
public record MissedForm(
    String page,
    String sha256,
    List<String> subjects,
    List<Choice> attributes,
    List<Stated> stated) {
  private static final int SHORT_ID = 16;

  /** Copies the lists. */
  public MissedForm {
    subjects = List.copyOf(subjects);
    attributes = List.copyOf(attributes);
    stated = List.copyOf(stated);
  }

  /**
   * An attribute.
   *
   * @param id its id
   * @param title for people
   * @param unit of its numbers; empty for texts
   */
  public record Choice(String id, String title, String unit) {}

  /**
   * What somebody has stated.
   *
   * @param id a short name for it
   * @param subject about whom
   * @param title of the attribute
   * @param member part of it
   * @param text as the page prints it
   * @param at where it stands
   * @param who who says so
   * @param why and why
   */
  public record Stated(
      String id,
      String subject,
      String title,
      String member,
      String text,
      String at,
      String who,
      String why) {}

  static MissedForm of(
      String page,
      String sha256,
      List<String> subjects,
      Collection<Attribute> attributes,
      List<ValueDecision> kept) {
    Map<String, Attribute> byId =
        attributes.stream().collect(Collectors.toMap(Attribute::id, Function.identity()));
    return new MissedForm(
        page,
        sha256,
        subjects,
        attributes.stream().map(each -> new Choice(each.id(), each.title(), each.unit())).toList(),
        kept.stream()
            .filter(each -> each.page().equals(page) && each.rawSha256().equals(sha256))
            .map(each -> stated(each, byId))
            .toList());
  }

  private static Stated stated(ValueDecision each, Map<String, Attribute> byId) {
    Attribute attribute = byId.get(each.attribute());
    return new Stated(
        id(each),
        each.subject(),
        attribute == null ? each.attribute() : attribute.title(),
        each.member(),
        each.text(),
        each.at(),
        each.by().who(),
        each.by().why());
  }

  /** A short name for a decision. */
  public static String id(ValueDecision decision) {
    return Sha256.hex(decision.key()).substring(0, SHORT_ID);
  }
}
