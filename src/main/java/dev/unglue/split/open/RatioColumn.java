package dev.unglue.split.open;

import dev.unglue.model.page.Slice;
import dev.unglue.split.open.piece.PieceForm;
import dev.unglue.text.Dashes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A column of percents that is computed from the two before it: the change from one to the other,
 * or the one as a part of the other. A reading that fits by chance is rare; in all rows of a table
 * none does.
 */
enum RatioColumn {
  CHANGE,
  CHANGE_BACK,
  PART,
  PART_BACK;

  private static final Pattern PLAIN =
      Pattern.compile("[" + Dashes.SIGNS + "+]?[$£€¥]?\\d{1,15}(?:,\\d{3}){0,4}(?:\\.\\d{1,9})?%?");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** True if a column may hold percents of the two amounts before it. */
  private static boolean mayHold(RowWay way, int at) {
    PieceForm left = way.piece(at - 2).form();
    PieceForm right = way.piece(at - 1).form();
    boolean money = left == PieceForm.MONEY && right == PieceForm.MONEY;
    return way.piece(at).form() == PieceForm.PERCENT
        && (money || (isCount(left) && isCount(right)));
  }

  private static boolean isCount(PieceForm form) {
    return form.isPlainNumber() || form == PieceForm.GROUPED;
  }

  /** True if the percents in column {@code at} are this ratio, rounded as they are printed. */
  boolean holds(RowWay way, int at) {
    if (!mayHold(way, at)) {
      return false;
    }
    List<Slice> cells = way.slices();
    if (!cells.subList(at - 2, at + 1).stream().allMatch(RatioColumn::isPlain)) {
      return false;
    }
    BigDecimal a = number(cells.get(at - 2).text());
    BigDecimal b = number(cells.get(at - 1).text());
    BigDecimal percent = number(cells.get(at).text());
    boolean back = this == CHANGE_BACK || this == PART_BACK;
    BigDecimal over = back ? a : b;
    if (over.signum() == 0) {
      return false;
    }
    BigDecimal part = HUNDRED.multiply(back ? b : a).divide(over, 6, RoundingMode.HALF_UP);
    BigDecimal exact = this == CHANGE || this == CHANGE_BACK ? part.subtract(HUNDRED) : part;
    return exact.setScale(percent.scale(), RoundingMode.HALF_UP).compareTo(percent) == 0;
  }

  private static boolean isPlain(Slice cell) {
    return PLAIN.matcher(cell.text()).matches();
  }

  private static BigDecimal number(String cell) {
    String digits =
        cell.replaceAll("[^" + Dashes.SIGNS + "\\d.]", "")
            .replaceAll("[" + Dashes.SIGNS + "]", "-");
    return new BigDecimal(digits);
  }
}
