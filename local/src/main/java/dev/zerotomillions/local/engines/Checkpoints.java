package dev.zerotomillions.local.engines;

import java.io.File;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Moves the engine's write-ahead logs into the databases now and then: the engine's SQLite never
 * does so by itself, and a log would grow with every write. Runs in the engine's process, by
 * reflection, like the launcher.
 */
final class Checkpoints implements Runnable {
  private static final long WORTH_IT = 4L * 1024 * 1024;
  private static final long PAUSE_MILLIS = 200;

  /** The library tells of each connection; the field keeps the level from being forgotten. */
  private static final Logger LIBRARY = Logger.getLogger("com.almworks.sqlite4java");

  private final File folder;
  private final Map<File, Object> connections = new HashMap<>();

  Checkpoints(File folder) {
    this.folder = folder;
  }

  @Override
  public void run() {
    LIBRARY.setLevel(Level.WARNING);
    try {
      while (true) {
        Thread.sleep(PAUSE_MILLIS);
        File[] logs = folder.listFiles((parent, name) -> name.endsWith(".db-wal"));
        for (File log : logs == null ? new File[0] : logs) {
          if (log.length() > WORTH_IT) {
            checkpoint(new File(log.getPath().replaceFirst("-wal$", "")));
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ReflectiveOperationException e) {
      System.err.println("The write-ahead log is not checkpointed any more: " + e);
    }
  }

  private void checkpoint(File database) throws ReflectiveOperationException {
    Class<?> type = Class.forName("com.almworks.sqlite4java.SQLiteConnection");
    Object connection = connections.get(database);
    if (connection == null) {
      connection = type.getConstructor(File.class).newInstance(database);
      type.getMethod("open", boolean.class).invoke(connection, false);
      connections.put(database, connection);
    }
    // Passive: it waits for no one, and no one for it.
    Method execute = type.getMethod("exec", String.class);
    execute.invoke(connection, "PRAGMA wal_checkpoint(PASSIVE)");
  }
}
