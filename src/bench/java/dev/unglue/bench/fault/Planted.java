package dev.unglue.bench.fault;

import java.util.List;

/**
 * A fault, beside the same without it.
 *
 * @param clean what a run would meet without the fault
 * @param faulty what it meets
 * @param expected what the rule is to say: each of them, and nothing else
 */
record Planted(Scenario clean, Scenario faulty, List<Expected> expected) {
  Planted {
    expected = List.copyOf(expected);
  }
}
