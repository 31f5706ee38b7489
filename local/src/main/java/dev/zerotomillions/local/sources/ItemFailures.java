package dev.zerotomillions.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A function's own word on which items of a batch it failed on. */
final class ItemFailures {
  private static final JsonMapper JSON = new JsonMapper();

  private ItemFailures() {}

  /**
   * The identifiers of the items that failed; none if the answer says nothing; empty if it is not
   * what Lambda understands, in which case the whole batch counts as failed.
   *
   * @param known the identifiers of the batch
   */
  static Optional<Set<String>> in(byte[] answer, Set<String> known) {
    try {
      JsonNode failures = JSON.readTree(answer).path("batchItemFailures");
      Set<String> failed = new HashSet<>();
      for (JsonNode failure : failures) {
        String item = failure.path("itemIdentifier").asText();
        if (!known.contains(item)) {
          return Optional.empty();
        }
        failed.add(item);
      }
      boolean understood = failures.isArray() || failures.isMissingNode() || failures.isNull();
      return understood ? Optional.of(failed) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
