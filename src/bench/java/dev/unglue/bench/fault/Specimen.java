package dev.unglue.bench.fault;

import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.PageDraft;
import dev.unglue.model.value.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a fault is planted.
 *
 * @param dialect how the pages are printed
 * @param draft the page, for a fault of one page
 * @param others more pages on its left subject, which give it the same values
 * @param all a whole night's pages, {@code draft} and {@code others} among them
 */
record Specimen(Dialect dialect, PageDraft draft, List<PageDraft> others, List<PageDraft> all) {
  Specimen {
    others = List.copyOf(others);
    all = List.copyOf(all);
  }

  /** Slug of the subject of that column, from 0. */
  String slug(int column) {
    return Subject.slugOf(draft.names().get(column));
  }

  String cell(String label, int column) {
    return draft.cell(label, column).orElse("");
  }

  /** The number that a cell prints, without its marks. */
  BigDecimal number(String label, int column) {
    String digits = cell(label, column).replaceAll("[^0-9.-]", "");
    return digits.isEmpty() || digits.equals("-") ? BigDecimal.ZERO : new BigDecimal(digits);
  }

  boolean isMissing(String label, int column) {
    return cell(label, column).equals("-");
  }

  FaultPage page() {
    return FaultPage.of(draft, dialect);
  }

  FaultPage page(PageDraft other) {
    return FaultPage.of(other, dialect);
  }

  List<FaultPage> pages(List<PageDraft> drafts) {
    return drafts.stream().map(this::page).toList();
  }

  /** The page and the others on its left subject, the page changed. */
  List<FaultPage> with(PageDraft changed) {
    List<FaultPage> pages = new ArrayList<>();
    pages.add(page(changed));
    pages.addAll(pages(others));
    return pages;
  }
}
