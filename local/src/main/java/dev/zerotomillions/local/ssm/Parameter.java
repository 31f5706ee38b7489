package dev.zerotomillions.local.ssm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One version of a parameter, in the shape in which it is stored.
 *
 * @param node {@code Type}, {@code Value} (encrypted where secure), {@code Version}, {@code
 *     LastModifiedDate} and the rest, named as in the API
 */
record Parameter(String name, String arn, ObjectNode node) {
  static final String SECURE = "SecureString";

  String type() {
    return node.path("Type").asText();
  }

  long version() {
    return node.path("Version").asLong();
  }

  String storedValue() {
    return node.path("Value").asText();
  }

  boolean isSecure() {
    return type().equals(SECURE);
  }

  /** What {@code DescribeParameters} tells: all but the value. */
  ObjectNode metadata() {
    ObjectNode metadata = node.deepCopy();
    metadata.remove("Value");
    metadata.put("Name", name).put("ARN", arn);
    if (isSecure() && !metadata.has("KeyId")) {
      metadata.put("KeyId", "alias/aws/ssm");
    }
    return metadata;
  }

  /** What {@code GetParameter} tells. */
  ObjectNode content(String value) {
    ObjectNode content = node.objectNode();
    content.put("Name", name).put("Type", type()).put("Value", value).put("Version", version());
    content.set("LastModifiedDate", node.path("LastModifiedDate"));
    content.put("ARN", arn).put("DataType", node.path("DataType").asText("text"));
    return content;
  }
}
