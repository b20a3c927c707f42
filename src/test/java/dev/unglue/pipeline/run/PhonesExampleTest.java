package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunTrigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second bundled configuration: another field, with nothing but files of its own. */
class PhonesExampleTest {
  @TempDir Path folder;

  @Test
  void runsFromPagesToAPublishedFile() throws IOException {
    MainJob.run(
        new JobRequest(
            ConfigFolder.load(Path.of("config/examples/phones")),
            List.of(),
            List.of(),
            Path.of(""),
            folder.resolve("out"),
            folder.resolve("raw"),
            Clock.fixed(Instant.parse("2026-11-23T02:30:00Z"), ZoneOffset.UTC),
            2,
            "test",
            Instant.MIN,
            RunTrigger.manual()),
        Progress.SILENT);
    assertThat(Files.readAllLines(folder.resolve("out/csv/occupations.csv")))
        .containsExactly(
            "subject,slug,kind,price_usd,released_on,weight_g,screen_inches,battery_mah,system,"
                + "bluetooth_version,nfc,headphone_jack,screen_share_pct,chip_maker",
            "Nimbus 5,nimbus-5,phone,649,2025-03-14,187,6.2,4575,Android 15,5.4,yes,no,88.4,"
                + "Qualcomm",
            "Orbit X,orbit-x,phone,529,2024-09-02,203.5,6.67,5000,Android 14,5.3,yes,yes,86,"
                + "MediaTek",
            "Pebble Mini,pebble-mini,phone,399,2024-05-30,148,5.4,3220,Android 14,5.2,no,no,82.1,"
                + "Samsung");
    assertThat(
            new Work(folder)
                .published(
                    "SELECT rule, attribute, member FROM v_flag WHERE rule NOT LIKE 'rule%'"
                        + " ORDER BY rule"))
        .containsExactly("label_unknown|unmapped|Colors", "split_impossible|weight_g|");
  }
}
