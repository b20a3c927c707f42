package dev.unglue.raw.archive;

import dev.unglue.raw.warc.RecordHeader;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The archive that an import adds to: each payload of an address and a time once. It is begun with
 * the first record that is new.
 */
final class ImportArchive implements AutoCloseable {
  private final RawStore store;
  private final String source;
  private final Instant now;
  private final Map<String, String> software;
  private final Set<String> keys = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private @Nullable RawArchive archive;
  private long imported;
  private long known;

  /**
   * @param now the time of the import
   * @param software what the {@code warcinfo} record says
   */
  ImportArchive(RawStore store, String source, Instant now, Map<String, String> software) {
    this.store = store;
    this.source = source;
    this.now = now;
    this.software = software;
  }

  /** The store has this one already. */
  void know(HeldCapture held) {
    boolean timed = !held.metadata().containsKey(RawImport.TIME);
    Optional<Instant> time = timed ? Optional.of(held.capturedAt()) : Optional.empty();
    keys.add(key(held.url(), time, held.payloadDigest()));
    ids.add(held.recordId());
  }

  private static String key(String url, Optional<Instant> time, String payloadDigest) {
    return url + " " + time.map(Instant::toString).orElse(RawImport.UNKNOWN) + " " + payloadDigest;
  }

  /**
   * The head of a record, under the id it had, should that be free; empty if the store has it.
   *
   * @param id empty if it had none
   * @param time when it was captured; empty if nobody knows
   */
  Optional<WarcDraft> draft(
      String type, String id, String url, Optional<Instant> time, String payloadDigest) {
    String key = key(url, time, payloadDigest);
    if (!keys.add(key)) {
      known++;
      return Optional.empty();
    }
    imported++;
    RawArchive into = archive();
    String name = id.startsWith("urn:uuid:") && ids.add(id) ? id : "";
    if (name.isEmpty()) {
      name = into.id(key);
      ids.add(name);
    }
    return Optional.of(
        new WarcDraft(type, name, time.orElse(now))
            .field("WARC-Target-URI", url)
            .field("WARC-Warcinfo-ID", WarcDraft.bracketed(into.id("warcinfo")))
            .field("WARC-Payload-Digest", payloadDigest)
            .field(RecordHeader.TIME_FIELD, time.isPresent() ? "" : RawImport.UNKNOWN));
  }

  private RawArchive archive() {
    RawArchive open = archive;
    if (open == null) {
      open = store.archive(source, now, software);
      archive = open;
    }
    return open;
  }

  void add(WarcDraft draft) {
    archive().add(draft);
  }

  /** How many records were new. */
  long imported() {
    return imported;
  }

  /** How many the store had already. */
  long known() {
    return known;
  }

  /** Nothing is left to import. */
  void finish() {
    if (archive != null) {
      archive.finish();
    }
  }

  @Override
  public void close() {
    if (archive != null) {
      archive.close();
    }
  }
}
