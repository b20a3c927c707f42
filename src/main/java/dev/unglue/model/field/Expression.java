package dev.unglue.model.field;

import dev.unglue.model.field.Node.Taking;
import dev.unglue.model.field.Template.Way;
import java.util.Arrays;

/**
 * A regular expression of the plain kind that templates are made of, matched against folded text.
 *
 * <p>Forms are tried on every sentence, so this does what {@link java.util.regex} does with three
 * differences: it knows with which characters each part can begin, and tries no part elsewhere; it
 * remembers what failed where, so that no form needs more steps than it has parts for each pair of
 * characters; and it is one loop, which is fast soon after the start. {@code ExpressionTest} holds
 * it against {@link java.util.regex} on texts made by chance.
 */
final class Expression {
  /** More steps than any form of ours needs for a sentence, for groups in groups. */
  private static final int PATIENCE = 200_000;

  private final Node root;
  private final int slots;
  private final int counters;
  private final int memories;

  Expression(Node root, int slots, int counters, int memories) {
    this.root = root;
    this.slots = slots;
    this.counters = counters;
    this.memories = memories;
  }

  /**
   * The first place at or after {@code from} where it fits: its start and its end, and those of
   * each placeholder, -1 where it took no part; empty where it fits nowhere.
   */
  int[] match(String folded, int from, Way way) {
    int last = way == Way.FIND ? folded.length() : from;
    int at = from;
    while (at <= last && !mayBegin(folded, at)) {
      at++;
    }
    if (at > last) {
      return new int[0]; // before anything is made for it
    }
    Run run = new Run(folded, way);
    for (; at <= last; at++) {
      if (run.mayBegin(root, at) && run.fits(root, at)) {
        run.places[0] = at;
        return run.places;
      }
    }
    return new int[0];
  }

  private boolean mayBegin(String folded, int at) {
    return root.always || (at < folded.length() && root.first.has(folded.charAt(at)));
  }

  /** One try of the expression on one text. */
  private final class Run {
    private final char[] text;
    private final Way way;
    private final int[] places = new int[2 + 2 * slots];
    private final int[] opened = new int[slots];
    private final int[] rounds = new int[counters];
    private final int[] begun = new int[counters];

    /**
     * For each node that is remembered one bit for each place from which nothing behind it fits.
     */
    private final long[] failed;

    private final int row;
    private int steps;

    /** Where what is looked back at has to end. */
    private int lookedFrom;

    Run(String folded, Way way) {
      this.text = folded.toCharArray();
      this.way = way;
      this.row = (text.length >> 6) + 1;
      this.failed = new long[memories * row];
      Arrays.fill(places, -1);
    }

    boolean mayBegin(Node node, int at) {
      return node.always || (at < text.length && node.first.has(text[at]));
    }

    /** The inner loop: goes on as long as there is one way only. */
    boolean fits(Node from, int start) {
      Node node = from;
      int at = start;
      while (++steps <= PATIENCE) {
        switch (node.kind) {
          case TEXT -> {
            if (!stands(node.text, at)) {
              return false;
            }
            at += node.text.length;
          }
          case SOME -> {
            int least = least(node, at);
            if (least < 0 || node.taking != Taking.ALL && node.min != node.max) {
              return least >= 0 && some(node, at, least);
            }
            at = node.min == node.max ? least : most(node, at, least);
          }
          case AHEAD -> {
            if (fits(node.ways[0], at) == node.negative) {
              return false;
            }
          }
          case BEHIND -> {
            if (endsSo(node, at) == node.negative) {
              return false;
            }
          }
          case START -> {
            if (at > 0) {
              return false;
            }
          }
          case END -> {
            if (at < text.length) {
              return false;
            }
          }
          case BORDER -> {
            if (isWord(at - 1) == isWord(at)) {
              return false;
            }
          }
          default -> {
            return choice(node, at);
          }
        }
        node = node.next;
      }
      return false;
    }

    /** What has several ways, or has to be taken back where nothing behind it fits. */
    private boolean choice(Node node, int at) {
      return switch (node.kind) {
        case EITHER -> either(node, at);
        case OPEN -> open(node, at);
        case CLOSE -> close(node, at);
        case ROUNDS -> rounds(node, at, 0, -1);
        case ROUND -> round(node.ways[0], at);
        default -> done(node, at);
      };
    }

    /** The end of all, or the end of what is looked at: before a place, or anywhere. */
    private boolean done(Node node, int at) {
      if (node.place >= 0) {
        return node.place == 0 || at == lookedFrom;
      }
      places[1] = at;
      return way != Way.WHOLE || at == text.length;
    }

    private boolean stands(char[] wanted, int at) {
      if (wanted.length > text.length - at) {
        return false;
      }
      for (int i = 0; i < wanted.length; i++) {
        if (wanted[i] != text[at + i]) {
          return false;
        }
      }
      return true;
    }

    // --- characters of a set --------------------------------------------------------------------

    /** Behind the fewest that there may be; -1 where they are not there. */
    private int least(Node node, int at) {
      int end = at + node.min;
      for (int i = at; i < end; i++) {
        if (i >= text.length || !node.set.has(text[i])) {
          return -1;
        }
      }
      return end;
    }

    private int most(Node node, int at, int least) {
      int end = least;
      while (end < text.length && end - at < node.max && node.set.has(text[end])) {
        end++;
      }
      return end;
    }

    private boolean some(Node node, int at, int least) {
      if (hasFailed(node, at)) {
        return false;
      }
      Node next = node.next;
      if (node.taking == Taking.MANY) {
        for (int end = most(node, at, least); end >= least; end--) {
          if (mayBegin(next, end) && fits(next, end)) {
            return true;
          }
        }
        return fail(node, at);
      }
      for (int end = least; ; end++) {
        if (mayBegin(next, end) && fits(next, end)) {
          return true;
        }
        if (end - at >= node.max || end >= text.length || !node.set.has(text[end])) {
          return fail(node, at);
        }
      }
    }

    // --- ways -----------------------------------------------------------------------------------

    private boolean either(Node node, int at) {
      if (hasFailed(node, at)) {
        return false;
      }
      for (Node each : node.ways) {
        if (mayBegin(each, at) && fits(each, at)) {
          return true;
        }
      }
      return fail(node, at);
    }

    private boolean hasFailed(Node node, int at) {
      return node.place >= 0 && (failed[node.place * row + (at >> 6)] >>> at & 1) != 0;
    }

    private boolean fail(Node node, int at) {
      if (node.place >= 0) {
        failed[node.place * row + (at >> 6)] |= 1L << at;
      }
      return false;
    }

    private boolean open(Node node, int at) {
      int before = opened[node.place];
      opened[node.place] = at;
      if (fits(node.next, at)) {
        return true;
      }
      opened[node.place] = before;
      return false;
    }

    private boolean close(Node node, int at) {
      int slot = 2 + 2 * node.place;
      int start = places[slot];
      int end = places[slot + 1];
      places[slot] = opened[node.place];
      places[slot + 1] = at;
      if (fits(node.next, at)) {
        return true;
      }
      places[slot] = start;
      places[slot + 1] = end;
      return false;
    }

    // --- groups that may be there several times -------------------------------------------------

    /** Behind a round; one that took no character is the last. */
    private boolean round(Node node, int at) {
      int done = rounds[node.place];
      int start = begun[node.place];
      return at > start ? rounds(node, at, done, start) : fits(node.next, at);
    }

    private boolean rounds(Node node, int at, int done, int start) {
      if (done >= node.min && node.taking == Taking.FEW && fits(node.next, at)) {
        return true;
      }
      if (done < node.max) {
        int doneBefore = rounds[node.place];
        int startBefore = begun[node.place];
        rounds[node.place] = done + 1;
        begun[node.place] = at;
        if (mayBegin(node.ways[0], at) && fits(node.ways[0], at)) {
          return true;
        }
        rounds[node.place] = doneBefore;
        begun[node.place] = startBefore;
      }
      return done >= node.min && node.taking == Taking.MANY && fits(node.next, at);
    }

    // --- what stands around ---------------------------------------------------------------------

    private boolean endsSo(Node node, int at) {
      int before = lookedFrom;
      lookedFrom = at;
      boolean found = false;
      for (int from = at - node.min; !found && from >= 0 && from >= at - node.max; from--) {
        found = fits(node.ways[0], from);
      }
      lookedFrom = before;
      return found;
    }

    private boolean isWord(int at) {
      return at >= 0
          && at < text.length
          && (text[at] == '_' || Character.isLetterOrDigit(text[at]));
    }
  }
}
