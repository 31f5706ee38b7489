package dev.zerotomillions.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
  private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();
  private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

  @TempDir Path data = Path.of("");

  @Test
  void child_seesItsOwnEnvironmentAlone_andItsOutputIsPassedOn() throws Exception {
    var lines = new LinkedBlockingQueue<String>();
    try (var children = new Children(data)) {
      var child = children.start(command("environment"), lines::add);
      assertEquals("{ONLY=this}", nextLine(lines));
      assertEquals(7, child.exit().get(20, TimeUnit.SECONDS));
      assertFalse(child.isAlive());
    }
  }

  @Test
  void closing_endsChildrenThatWouldRunForever() throws Exception {
    var lines = new LinkedBlockingQueue<String>();
    Child child;
    try (var children = new Children(data)) {
      child = children.start(command("forever"), lines::add);
      nextLine(lines);
    }
    assertFalse(child.isAlive());
    assertEquals(0, recordedPids());
  }

  @Test
  void killedParent_takesItsChildrenWithIt() throws Exception {
    var parent = startParent();
    var child = childOf(parent);
    parent.destroyForcibly().waitFor();
    child.onExit().get(20, TimeUnit.SECONDS);
    assertFalse(child.isAlive());
  }

  @Test
  void nextStart_endsAChildThatTheLeashCouldNotEnd() throws Exception {
    var parent = startParent();
    var child = childOf(parent);
    new ProcessBuilder("kill", "-STOP", Long.toString(child.pid())).start().waitFor();
    parent.destroyForcibly().waitFor();
    assertTrue(child.isAlive());
    try (var next = new Children(data)) {
      assertEquals(List.of(), next.running());
    }
    assertFalse(child.isAlive());
  }

  @Test
  void nextStart_leavesAProcessAloneThatWasGivenARecordedId() throws Exception {
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.createDirectories(data.resolve("run/pids"));
      Files.writeString(
          data.resolve("run/pids").resolve(Long.toString(stranger.pid())),
          stranger.info().startInstant().orElseThrow().toString());
      new Children(data).close();
      assertTrue(stranger.isAlive());
      assertEquals(0, recordedPids());
    } finally {
      stranger.destroyForcibly().waitFor();
    }
  }

  private Process startParent() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            CLASSES + java.io.File.pathSeparator + TEST_CLASSES,
            SmallProgram.class.getName(),
            "parent",
            data.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static ProcessHandle childOf(Process parent) throws IOException {
    @Nullable String pid =
        new BufferedReader(
                new java.io.InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    return ProcessHandle.of(Long.parseLong(java.util.Objects.requireNonNull(pid))).orElseThrow();
  }

  private static String nextLine(LinkedBlockingQueue<String> lines) throws InterruptedException {
    return java.util.Objects.requireNonNull(lines.poll(20, TimeUnit.SECONDS), "no line");
  }

  private long recordedPids() throws IOException {
    try (var files = Files.list(data.resolve("run/pids"))) {
      return files.count();
    }
  }

  static ChildCommand command(String what) {
    return new ChildCommand(
        "small program",
        List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"),
        List.of(TEST_CLASSES, CLASSES),
        SmallProgram.class.getName(),
        List.of(what),
        Map.of("ONLY", "this"),
        Path.of("").toAbsolutePath());
  }

  /** A program of one's choice, for the tests above. */
  static final class SmallProgram {
    private SmallProgram() {}

    public static void main(String[] args) throws InterruptedException {
      switch (args[0]) {
        case "environment" -> {
          System.out.println(System.getenv());
          System.exit(7);
        }
        case "forever" -> {
          System.out.println(ProcessHandle.current().pid());
          Thread.sleep(Duration.ofMinutes(5));
        }
        case "parent" -> {
          var children = new Children(Path.of(args[1]));
          children.start(command("forever"), System.out::println);
          Thread.sleep(Duration.ofMinutes(5));
        }
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }
}
