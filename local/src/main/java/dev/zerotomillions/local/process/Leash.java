package dev.zerotomillions.local.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;

/**
 * The main class of every Java child: runs the real main class, and ends the process once the
 * emulator is gone.
 *
 * <p>The child's standard input is a pipe whose other end only the emulator holds. The system
 * closes it however the emulator ends, SIGKILL included, on every platform that Java runs on.
 * Nothing here may depend on another class of the emulator: it is alone on the child's class path.
 */
final class Leash {
  private static final int TERMINATED = 143;
  private static final Duration GRACE = Duration.ofSeconds(2);

  private Leash() {}

  public static void main(String[] args) throws Throwable {
    var pipe = new FileInputStream(FileDescriptor.in);
    System.setIn(InputStream.nullInputStream());
    Thread.ofPlatform().daemon().name("leash").start(() -> endWithParent(pipe));
    leaveInterruptsToParent();
    var main = Class.forName(args[0]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static void endWithParent(InputStream pipe) {
    try {
      while (pipe.read() >= 0) {
        Thread.onSpinWait();
      }
    } catch (IOException e) {
      System.err.println("The pipe to the emulator broke: " + e.getMessage());
    }
    Thread.ofPlatform().daemon().start(() -> System.exit(TERMINATED));
    try {
      Thread.sleep(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(TERMINATED);
  }

  /**
   * Ignores Ctrl-C, which a terminal sends to children too: the emulator decides when they end. By
   * reflection, since {@code sun.misc.Signal} is supported but can't be compiled without a warning.
   */
  private static void leaveInterruptsToParent() {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      signal
          .getMethod("handle", signal, handler)
          .invoke(
              null,
              signal.getConstructor(String.class).newInstance("INT"),
              handler.getField("SIG_IGN").get(null));
    } catch (ReflectiveOperationException e) {
      System.err.println("Ctrl-C will end this process at once: " + e);
    }
  }
}
