package dev.unglue.model.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.value.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final Attribute DEGREE = attribute("common_degree", Part.NAME);
  private static final Attribute PERCENT = attribute("common_degree_pct", Part.PERCENT);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Yearly Salary; yearly salary",
        "'  Yearly\t\u00a0 salary  '; yearly salary",
        "Yearly salary:; yearly salary",
        "Yearly salary :; yearly salary",
        "Time: in years; time: in years",
        "Yearly salary*; yearly salary",
        "Yearly salary [1]; yearly salary",
        "Yearly salary (USD):; yearly salary",
        "Growth rate (%)†; growth rate",
        "Salary (entry level); salary (entry level)",
        "':'; ''",
        "''; ''",
      })
  void comparesLabelsWithoutCaseBlanksAndColon(String label, String key) {
    assertThat(Catalogue.labelKey(label)).isEqualTo(key);
  }

  @Test
  void takesAnyNumberOfNotesOffALabel() {
    assertThat(Catalogue.labelKey("Depth" + "[a]*".repeat(5_000))).isEqualTo("depth");
    assertThat(Catalogue.labelKey("*".repeat(20_000))).isEmpty();
  }

  @Test
  void findsBothAttributesOfOneLabel() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put(DEGREE.id(), DEGREE);
    attributes.put(PERCENT.id(), PERCENT);
    Catalogue catalogue =
        new Catalogue(
            "occupation",
            List.of("-"),
            attributes,
            Map.of(),
            Map.of(),
            MeasuredConfidence.NONE,
            List.of());
    attributes.clear();

    assertThat(catalogue.byLabel())
        .isEqualTo(Map.of("most common degree", List.of(DEGREE, PERCENT)));
    assertThat(catalogue.attribute("common_degree")).contains(DEGREE);
    assertThat(catalogue.attribute("shoe_size")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MONEY,WHOLE,true",
    "MONEY_RANGE,LOW,true",
    "RANGE,HIGH,true",
    "PERCENT,WHOLE,true",
    "COUNT,WHOLE,true",
    "RATING,WHOLE,true",
    "INTEGER,WHOLE,true",
    "SHARE,PERCENT,true",
    "SHARE,NAME,false",
    "BREAKDOWN,PERCENT,true",
    "CITY,WHOLE,false",
    "CHOICE,WHOLE,false",
    "DATE,WHOLE,false",
    "NAME,WHOLE,false",
    "TEXT,WHOLE,false"
  })
  void knowsWhichPartsAreNumbers(CellType type, Part part, boolean number) {
    assertThat(type.isNumber(part)).isEqualTo(number);
  }

  private static Attribute attribute(String id, Part part) {
    return new Attribute(
        id,
        id,
        List.of("Most common degree"),
        CellType.SHARE,
        part,
        "",
        null,
        null,
        0,
        List.of(),
        null,
        List.of(Section.EDUCATION),
        0.98,
        null);
  }
}
