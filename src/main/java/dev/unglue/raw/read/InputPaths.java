package dev.unglue.raw.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Turns what the user named into a sorted list of files.
 *
 * <p>A name that exists is that file or folder, even if it holds the signs of a glob.
 */
public final class InputPaths {
  private static final String ADVICE = "give a file, a folder or a glob such as raw/samples/**";

  private final Path base;
  private final List<InputFile> files = new ArrayList<>();
  private final List<RawItem> missing = new ArrayList<>();
  private final TreeMap<InputFile, RawItem> refused = new TreeMap<>(InputFile.BY_NAME);

  private InputPaths(Path base) {
    this.base = base.toAbsolutePath().normalize();
  }

  /**
   * The outcome.
   *
   * @param files each once, sorted by name
   * @param refused inputs that name nothing, in the order given, then folders that cannot be read,
   *     sorted by name
   */
  public record Resolved(List<InputFile> files, List<RawItem> refused) {
    public Resolved {
      files = List.copyOf(files);
      refused = List.copyOf(refused);
    }
  }

  public static Resolved resolve(List<String> inputs, Path base) {
    InputPaths paths = new InputPaths(base);
    inputs.forEach(paths::add);
    paths.missing.addAll(paths.refused.values());
    return new Resolved(paths.eachOnce(), paths.missing);
  }

  /** A file that is reached by two names (a link, a folder named twice) is read once. */
  private List<InputFile> eachOnce() {
    Set<Path> seen = new HashSet<>();
    return files.stream().sorted(InputFile.BY_NAME).filter(f -> seen.add(real(f.path()))).toList();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path; // a dangling link; opening it will tell
    }
  }

  private void add(String input) {
    try {
      Path path = base.resolve(input);
      if (!input.isBlank() && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        addExisting(input, path);
      } else if (GlobPattern.isGlob(input)) {
        addGlob(input);
      } else {
        refuse(input, "no such file or folder" + place(input));
      }
    } catch (InvalidPathException e) {
      refuse(input, "not a path that this machine can have");
    }
  }

  private void addExisting(String input, Path path) {
    if (isOther(path)) {
      refuse(input, "a pipe, socket or device, which may never end");
      return;
    }
    if (!Files.isDirectory(path)) {
      files.add(InputFile.of(path, base));
      return;
    }
    Walk walk = new Walk(path, name -> true, false);
    walk.run(Integer.MAX_VALUE);
    if (walk.isEmpty()) {
      refuse(input, "the folder holds no page" + walk.others() + "; expected " + expected());
    }
  }

  private static boolean isOther(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).isOther();
    } catch (IOException e) {
      return false; // opening it tells why it cannot be read
    }
  }

  private void addGlob(String input) {
    Path root = input.startsWith("/") ? base.getRoot() : base;
    String rest = input;
    int slash = rest.indexOf('/');
    while (slash >= 0 && isFolder(root, rest.substring(0, slash))) {
      root = root.resolve(rest.substring(0, slash));
      rest = rest.substring(slash + 1);
      slash = rest.indexOf('/');
    }
    if (slash >= 0 && !GlobPattern.isGlob(rest.substring(0, slash))) {
      refuse(input, "no folder \"" + rest.substring(0, slash) + "\" in " + root);
      return;
    }
    GlobPattern glob = GlobPattern.of(rest);
    Walk walk = new Walk(root, glob::matches, glob.namesExtension());
    walk.run(glob.maxDepth());
    if (walk.isEmpty()) {
      refuse(input, "no page matches" + place(input) + walk.others());
    }
  }

  private static boolean isFolder(Path root, String part) {
    return part.isEmpty() || Files.isDirectory(root.resolve(part));
  }

  private String place(String input) {
    return input.startsWith("/") ? "" : " below " + base;
  }

  private static String expected() {
    String endings = FileFormat.ENDINGS.replace(" ", ", ");
    return endings.replaceFirst(", ([^,]*)$", " or $1") + " files, also as .gz";
  }

  private void refuse(String input, String finding) {
    String message = "input \"" + input + "\": " + finding + "; " + ADVICE;
    missing.add(RawItem.refused(input, RawInputs.MISSING, message));
  }

  /** Collects the pages of one folder and all folders in it. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Predicate<String> wanted;
    private final boolean anyExtension;
    private final int filesBefore = files.size();
    private final int refusedBefore = refused.size();
    private long others;

    Walk(Path root, Predicate<String> wanted, boolean anyExtension) {
      this.root = root;
      this.wanted = wanted;
      this.anyExtension = anyExtension;
    }

    void run(int maxDepth) {
      try {
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), maxDepth, this);
      } catch (IOException e) {
        throw new UncheckedIOException("every failure of the walk is taken by the visitor", e);
      }
    }

    boolean isEmpty() {
      return files.size() == filesBefore && refused.size() == refusedBefore;
    }

    String others() {
      return others == 0 ? "" : " (other files: " + others + ")";
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && isHidden(folder);
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // A pipe would wait for ever; a folder is beyond the depth.
      boolean readable = !attributes.isOther() && !attributes.isDirectory();
      if (readable && wanted.test(InputFile.slashed(root.relativize(file)))) {
        if (FileFormat.isPage(String.valueOf(file.getFileName()), anyExtension)) {
          files.add(InputFile.of(file, base));
        } else {
          others++;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException cause) {
      InputFile file = InputFile.of(path, base);
      refused.put(file, OsReason.notReadable(file.name(), cause));
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(".");
    }
  }
}
