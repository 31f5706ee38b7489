package dev.zerotomillions.users;

import dev.zerotomillions.shared.json.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What CloudFormation asks of a custom resource. */
record CustomResourceEvent(Map<?, ?> members) {

  static CustomResourceEvent parse(byte[] json) {
    if (Json.read(json) instanceof Map<?, ?> members) {
      return new CustomResourceEvent(members);
    }
    throw new Incomplete("a JSON object");
  }

  /** {@code Create}, {@code Update} or {@code Delete}. */
  String requestType() {
    return text(members, "RequestType");
  }

  URI responseUrl() {
    return URI.create(text(members, "ResponseURL"));
  }

  String property(String name) {
    if (members.get("ResourceProperties") instanceof Map<?, ?> properties) {
      return text(properties, name);
    }
    throw new Incomplete("ResourceProperties");
  }

  /** The texts of a list; none where the property is missing, as in templates before it came. */
  List<String> texts(String name) {
    if (!(members.get("ResourceProperties") instanceof Map<?, ?> properties)
        || properties.get(name) == null) {
      return List.of();
    }
    if (properties.get(name) instanceof List<?> list
        && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new Incomplete("a list of texts as " + name);
  }

  /** The id that an earlier answer gave; nothing hangs on it where none was given. */
  String physicalId() {
    return members.get("PhysicalResourceId") instanceof String id ? id : "not-provisioned";
  }

  byte[] succeeded(String physicalId, Map<String, String> data) {
    return answer("SUCCESS", physicalId, "Data", data);
  }

  byte[] failed(String reason) {
    return answer("FAILED", physicalId(), "Reason", reason);
  }

  private byte[] answer(String status, String physicalId, String name, Object value) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("Status", status);
    answer.put("PhysicalResourceId", physicalId);
    for (var echoed : new String[] {"StackId", "RequestId", "LogicalResourceId"}) {
      answer.put(echoed, text(members, echoed));
    }
    answer.put(name, value);
    return Json.write(answer);
  }

  private static String text(Map<?, ?> object, String name) {
    return switch (object.get(name)) {
      case String text -> text;
      case Long number -> number.toString();
      case null, default -> throw new Incomplete(name);
    };
  }

  /** The event lacks something that CloudFormation always sends. */
  static final class Incomplete extends RuntimeException {
    Incomplete(String what) {
      super(
          "The event lacks "
              + what
              + "; send it as CloudFormation does (see events/users/ProvisionSigningKey.json).");
    }
  }
}
