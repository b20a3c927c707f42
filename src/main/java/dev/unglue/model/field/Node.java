package dev.unglue.model.field;

/** What an {@link Expression} wants at a place of a text, and what it wants behind that. */
final class Node {
  /** What is wanted. */
  enum Kind {
    /** These very characters. */
    TEXT,
    /** So many characters of a set. */
    SOME,
    /** One of several ways, each of which leads on to the end. */
    EITHER,
    /** Nothing: what a placeholder stands for begins. */
    OPEN,
    /** Nothing: what a placeholder stands for ends. */
    CLOSE,
    /** A group, several times. */
    ROUNDS,
    /** Nothing: a round ends. */
    ROUND,
    /** That the text goes on so, or not so. */
    AHEAD,
    /** That the text before ends so, or not so. */
    BEHIND,
    /** The start of the text. */
    START,
    /** The end of the text. */
    END,
    /** The border of a word. */
    BORDER,
    /** Nothing: all of it fits. */
    DONE
  }

  /** How many are taken first of what may be there several times. */
  enum Taking {
    MANY,
    FEW,
    /** As many as there are, whatever follows. */
    ALL
  }

  final Kind kind;
  final Node next;

  /** With which characters this node and what follows can begin. */
  CharSet first;

  /** True if they can fit where no character is left, or where it is not known. */
  boolean always;

  /** Number of the placeholder, of the counter of rounds, or of what is remembered; -1 for none. */
  int place = -1;

  char[] text = {};
  CharSet set = CharSet.ANY;
  int min;
  int max;
  Taking taking = Taking.MANY;
  boolean negative;

  /** The ways of a choice; the one group of what has one. */
  Node[] ways = {};

  /** The end of an expression, or of what is looked at. */
  Node() {
    this.kind = Kind.DONE;
    this.next = this;
    this.first = CharSet.ANY;
    this.always = true;
  }

  /** A node that wants nothing of the text itself, until it is told. */
  Node(Kind kind, Node next) {
    this.kind = kind;
    this.next = next;
    this.first = next.first;
    this.always = next.always;
  }
}
