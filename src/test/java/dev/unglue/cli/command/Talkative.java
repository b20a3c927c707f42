package dev.unglue.cli.command;

/** A program that is no unglue. */
final class Talkative {
  private Talkative() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
