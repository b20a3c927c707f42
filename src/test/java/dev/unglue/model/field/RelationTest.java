package dev.unglue.model.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.Range;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelationTest {
  private static final Relation PRODUCT =
      new Relation.Product("yearly", "hourly", new BigDecimal(2080), new BigDecimal("0.01"));
  private static final Relation ORDER = new Relation.Order("low", "average");

  @Test
  void aProductTellsEachOfItsTwoValuesWithinItsShare() {
    assertThat(PRODUCT.rangeOf("yearly", "hourly", new BigDecimal("20")))
        .contains(new Range(new BigDecimal("41184.00"), new BigDecimal("42016.00")));
    assertThat(PRODUCT.rangeOf("hourly", "yearly", new BigDecimal("41600")))
        .contains(new Range(new BigDecimal("19.80"), new BigDecimal("20.20")));
    assertThat(PRODUCT.isTight()).isTrue();
  }

  @Test
  void anOrderTellsOneEndOnly() {
    Optional<Range> low = ORDER.rangeOf("low", "average", new BigDecimal("43"));
    Optional<Range> average = ORDER.rangeOf("average", "low", new BigDecimal("30"));

    assertThat(low).contains(new Range(Relation.ENDLESS.negate(), new BigDecimal("43")));
    assertThat(average).contains(new Range(new BigDecimal("30"), Relation.ENDLESS));
    assertThat(ORDER.isTight()).isFalse();
  }

  @Test
  void saysNothingOfOtherAttributes() {
    assertThat(PRODUCT.rangeOf("yearly", "age", BigDecimal.ONE)).isEmpty();
    assertThat(PRODUCT.rangeOf("age", "hourly", BigDecimal.ONE)).isEmpty();
    assertThat(ORDER.rangeOf("low", "low", BigDecimal.ONE)).isEmpty();
  }
}
