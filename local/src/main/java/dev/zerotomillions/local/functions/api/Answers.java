package dev.zerotomillions.local.functions.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers that several operations give. */
final class Answers {
  private Answers() {}

  static AwsResponse ok(ObjectNode body) {
    return new AwsResponse(
        200,
        Map.of("Content-Type", "application/json"),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** One page of a list: from {@code Marker} on, {@code MaxItems} of it. */
  static AwsResponse page(Call call, String name, List<ObjectNode> all) throws AwsError {
    var from = number(call, "Marker", 0);
    var most = number(call, "MaxItems", 50);
    var page = JsonNodeFactory.instance.objectNode();
    ArrayNode items = page.putArray(name);
    all.stream().skip(from).limit(most).forEach(items::add);
    if (all.size() > from + most) {
      page.put("NextMarker", Integer.toString(from + most));
    }
    return ok(page);
  }

  static AwsError notFound(String arn) {
    return new AwsError(404, "ResourceNotFoundException", "Function not found: " + arn);
  }

  private static int number(Call call, String name, int otherwise) throws AwsError {
    try {
      return call.query(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new AwsError(400, "InvalidParameterValueException", name + " must be a number");
    }
  }
}
