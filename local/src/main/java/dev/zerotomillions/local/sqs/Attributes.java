package dev.zerotomillions.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * A queue's attributes, parted into those that the engine knows and those that it would drop
 * silently and that are kept beside it.
 */
record Attributes(ObjectNode engine, ObjectNode kept) {
  static final String MAXIMUM_SIZE = "MaximumMessageSize";
  static final int LARGEST_MESSAGE = 1024 * 1024;

  private static final Map<String, String> DEFAULTS =
      Map.of(
          MAXIMUM_SIZE,
          Integer.toString(LARGEST_MESSAGE),
          "MessageRetentionPeriod",
          "345600",
          "SqsManagedSseEnabled",
          "true");
  private static final Set<String> KEPT =
      Set.of(
          MAXIMUM_SIZE,
          "MessageRetentionPeriod",
          "SqsManagedSseEnabled",
          "KmsMasterKeyId",
          "KmsDataKeyReusePeriodSeconds",
          "Policy",
          "RedriveAllowPolicy");

  static Attributes of(JsonNode attributes) {
    ObjectNode engine = JsonNodeFactory.instance.objectNode();
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    attributes
        .properties()
        .forEach(
            each ->
                (KEPT.contains(each.getKey()) ? kept : engine).set(each.getKey(), each.getValue()));
    return new Attributes(engine, kept);
  }

  /** Whether an attribute is kept beside the engine. */
  static boolean isKept(String name) {
    return KEPT.contains(name);
  }

  /** Adds what is kept to the engine's answer, as far as it was asked for. */
  static void merge(ObjectNode answer, ObjectNode kept, JsonNode names) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    DEFAULTS.forEach(all::put);
    all.setAll(kept);
    boolean everything = names.valueStream().anyMatch(name -> name.asText().equals("All"));
    all.properties()
        .forEach(
            each -> {
              boolean asked =
                  names.valueStream().anyMatch(name -> name.asText().equals(each.getKey()));
              if (everything || asked) {
                answer.set(each.getKey(), each.getValue());
              }
            });
  }
}
