package dev.unglue.cli.option;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The world as the commands see it.
 *
 * @param out standard output: data
 * @param err standard error: progress, logs and complaints
 * @param in standard input
 * @param terminal true if a person sees standard output: long values are cut
 * @param watched true if a person sees standard error: messages fit the terminal, and progress is a
 *     live line
 * @param workingFolder what relative paths start from
 * @param variables the environment of the process, which may name a proxy
 * @param clock tells the time
 * @param nanos a running count of nanoseconds, to pace progress; a fixed clock does not stop it
 * @param threads how many threads the machine has
 * @param version version of the program
 */
public record Environment(
    PrintWriter out,
    PrintWriter err,
    InputStream in,
    boolean terminal,
    boolean watched,
    Path workingFolder,
    Map<String, String> variables,
    Clock clock,
    LongSupplier nanos,
    int threads,
    String version) {}
