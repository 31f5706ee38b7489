package dev.zerotomillions.local.engines;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The engine's SQLite files, one a region, each made with a write-ahead log.
 *
 * <p>DynamoDB Local makes its files without one, and each write then waits for the disk three or
 * four times. SQLite keeps the choice in the file, and the engine takes a file that is there; so an
 * empty database with that choice is put in place before a region is first used.
 */
final class RegionDatabases {
  /** The access key under which all calls reach the engine; it names the files by it. */
  static final String ACCESS_KEY = "local";

  private static final int PAGE = 4096;
  private static final byte WRITE_AHEAD_LOG = 2;

  private final Path folder;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  RegionDatabases(Path folder) {
    this.folder = folder;
  }

  void make(String region) throws IOException {
    if (made.contains(region)) {
      return;
    }
    synchronized (this) {
      Path file = folder.resolve("%s_%s.db".formatted(ACCESS_KEY, region));
      if (!Files.exists(file)) {
        Files.write(file, emptyDatabase());
      }
      made.add(region);
    }
  }

  /** One page: SQLite's file header, and the root of a schema without tables. */
  private static byte[] emptyDatabase() {
    ByteBuffer page = ByteBuffer.allocate(PAGE);
    page.put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
    page.putShort((short) PAGE);
    page.put(WRITE_AHEAD_LOG).put(WRITE_AHEAD_LOG);
    page.put((byte) 0).put((byte) 64).put((byte) 32).put((byte) 32);
    page.putInt(24, 1); // the file was changed once
    page.putInt(28, 1); // it has one page
    page.putInt(44, 4); // the schema's format
    page.putInt(56, 1); // text is UTF-8
    page.putInt(92, 1); // the page count is valid for that one change
    page.put(100, (byte) 0x0d); // a leaf of a table's tree, without a cell
    page.putShort(105, (short) PAGE);
    return page.array();
  }
}
