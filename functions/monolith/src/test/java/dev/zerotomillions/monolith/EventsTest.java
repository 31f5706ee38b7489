package dev.zerotomillions.monolith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zerotomillions.shared.testing.ApiResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sends every sample event and compares the answer with what {@code events/README.md} says. */
class EventsTest {
  private static final Path EVENTS = Path.of("..", "..", "events");
  private static final Pattern LISTED = Pattern.compile("\\| `([^`]+\\.json)` \\| (.+?) \\|.*");
  private static final String MESSAGE = "059f36b4-87a3-44ab-83d2-661975830a7d";
  private static final Pattern ANSWER = Pattern.compile("\\d{3}( [a-z-]+)?");

  /** An event's file and the answer that the table gives it. */
  private record Listed(String file, String answer) {}

  private static List<Listed> listed() throws IOException {
    List<Listed> listed = new ArrayList<>();
    for (var line : Files.readAllLines(EVENTS.resolve("README.md"))) {
      Matcher row = LISTED.matcher(line);
      if (row.matches()) {
        listed.add(new Listed(row.group(1), row.group(2)));
      }
    }
    return listed;
  }

  @TestFactory
  List<DynamicTest> everyHttpEvent_isAnsweredAsItsTableSays() throws IOException {
    var shop = new Shop();
    return listed().stream()
        .filter(event -> ANSWER.matcher(event.answer()).matches())
        .map(event -> dynamicTest(event.file(), () -> check(shop, event)))
        .toList();
  }

  private static void check(Shop shop, Listed event) throws IOException {
    var sent = Files.readString(EVENTS.resolve(event.file()));
    // What users do to themselves must not be felt by the events after.
    var answer = event.file().startsWith("users/") ? shop.sendAsNewcomer(sent) : shop.send(sent);
    assertEquals(event.answer(), inShort(answer), answer.body());
  }

  @TestFactory
  List<DynamicTest> everyQueuesEvent_isAnsweredAsItsTableSays() throws IOException {
    var shop = new Shop();
    return listed().stream()
        .filter(event -> event.answer().contains("batchItemFailures"))
        .map(event -> dynamicTest(event.file(), () -> checkQueues(shop, event)))
        .toList();
  }

  private static void checkQueues(Shop shop, Listed event) throws IOException {
    var sent = Files.readAllBytes(EVENTS.resolve(event.file()));
    var again = event.answer().endsWith("none") ? "[]" : "[{\"itemIdentifier\":\"%s\"}]";
    assertEquals(
        "{\"batchItemFailures\":%s}".formatted(again.formatted(MESSAGE)), shop.invoke(sent));
  }

  private static String inShort(ApiResponse answer) {
    // The sandbox errs as Stripe does, without problem details.
    return answer.status() < 400
            || !"application/problem+json".equals(answer.header("content-type"))
        ? Integer.toString(answer.status())
        : answer.status() + " " + answer.problem();
  }

  @Test
  void everyFile_isInTheTable_andTheReverse() throws IOException {
    Set<String> files = new TreeSet<>();
    try (var paths = Files.walk(EVENTS)) {
      paths
          .filter(path -> path.toString().endsWith(".json"))
          .filter(path -> !path.startsWith(EVENTS.resolve("schemas")))
          .forEach(path -> files.add(EVENTS.relativize(path).toString().replace('\\', '/')));
    }
    assertEquals(files, new TreeSet<>(listed().stream().map(Listed::file).toList()));
  }
}
