package dev.unglue.serve;

import dev.unglue.cli.RealRun;
import java.nio.file.Path;
import java.util.List;

/** Pages whose rows can be read in several ways: names that have run together. */
final class OpenRows {
  private static final List<String> NAMES =
      List.of(
          "Smith JonesBrown",
          "Blue CoAcme Red",
          "Beta GammaAlpha",
          "AccentureCiti",
          "DeloitteIBM",
          "Microsoft Corp.eBay",
          "Gamma DeltaOmega",
          "Carter LeeBlack",
          "Sigma TauZeta",
          "Baxter WoodGray");

  private OpenRows() {}

  /** A run over as many of them, with a configuration of its own. */
  static RealRun run(Path folder, int pages) {
    RealRun run = new RealRun(folder).ownConfig();
    for (int i = 0; i < pages; i++) {
      run.file("p/page-" + i + ".txt", page(i));
    }
    return again(run);
  }

  static RealRun again(RealRun run) {
    return run.execute("run", "--input", "p", "--out", "out");
  }

  private static String page(int i) {
    String left = "Baker " + (char) ('A' + i);
    String right = "Brewer " + (char) ('A' + i);
    return """
    %1$s vs %2$s

    %1$s%2$s
    Yearly salary$3%3$d,120$4%3$d,205
    Job satisfaction3.674.5
    Most common college%4$s
    """
        .formatted(left, right, i, NAMES.get(i));
  }
}
