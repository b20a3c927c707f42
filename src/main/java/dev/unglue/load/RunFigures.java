package dev.unglue.load;

import dev.unglue.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The figures of one run, those of the good runs before it, and what the gate makes of them. Part
 * of its {@link Load}: the same rules hold, and nobody sees any of it until that ends.
 */
public final class RunFigures {
  private final Transaction load;
  private final Sql.Step settle;
  private final long runId;
  private final MetTable met;
  private final MetricTable metrics;
  private final GateTable gate;

  RunFigures(Transaction load, Sql.Step settle, Statements statements, MetTable met, long runId) {
    this.load = load;
    this.settle = settle;
    this.runId = runId;
    this.met = met;
    this.metrics = new MetricTable(statements, runId);
    this.gate = new GateTable(statements);
  }

  /**
   * What the captures are that this run has met, those known before too, and what they say.
   *
   * @param scope names the scope of the figures of a source
   * @param cells true for the figures of attributes too, which reads every cell
   */
  public List<Metric> measure(UnaryOperator<String> scope, boolean cells) {
    return load.ask(
        "measure the run",
        () -> {
          List<Metric> measured = new ArrayList<>(met.pages(scope));
          if (cells) {
            measured.addAll(met.cells(scope));
          }
          measured.sort(Metric.ORDER);
          return measured;
        });
  }

  /**
   * How many cells of each attribute have an error, on the pages that this run has met and those
   * that rejected runs have left; attributes without an error are left out.
   */
  public List<ErrorRate> errorRates() {
    return load.ask(
        "count the errors",
        () -> {
          settle.run();
          return met.rates();
        });
  }

  /** Keeps a figure of this run. */
  public void keep(Metric metric) {
    load.step("store the metric " + metric.name(), () -> metrics.add(metric));
  }

  /** The figures that the last good run to have that one has kept of a scope; empty for none. */
  public List<Metric> lastGood(String scope, String name) {
    return load.ask("read the metrics", () -> metrics.lastGood(scope, name));
  }

  /** The figures of the last good runs of a scope, the latest first. */
  public List<List<Metric>> baseline(String scope, int runs) {
    return load.ask("read the metrics", () -> metrics.baseline(scope, runs));
  }

  /** Keeps which sources this run was to read. */
  public void reads(List<String> sources) {
    load.step("store the sources", () -> metrics.setSources(Json.write(sources)));
  }

  /** Keeps the verdict of the gate on this run. */
  public void judge(List<GateReason> reasons) {
    load.step("store the verdict", () -> gate.addReasons(runId, reasons));
  }
}
