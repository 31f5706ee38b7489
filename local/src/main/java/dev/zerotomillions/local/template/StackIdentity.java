package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Which stack it is, and where: what the pseudo parameters tell. */
public record StackIdentity(String region, String account, String name) {

  /** The stack's ARN, the same in each run. */
  public String id() {
    String unique = region + "/" + account + "/" + name;
    return "arn:%s:cloudformation:%s:%s:stack/%s/%s"
        .formatted(
            partition(),
            region,
            account,
            name,
            UUID.nameUUIDFromBytes(unique.getBytes(StandardCharsets.UTF_8)));
  }

  /** The value of a pseudo parameter; a missing node for {@code AWS::NoValue}. */
  Optional<JsonNode> pseudo(String parameter) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return Optional.ofNullable(
        switch (parameter) {
          case "AWS::Region" -> json.textNode(region);
          case "AWS::AccountId" -> json.textNode(account);
          case "AWS::StackName" -> json.textNode(name);
          case "AWS::StackId" -> json.textNode(id());
          case "AWS::Partition" -> json.textNode(partition());
          case "AWS::URLSuffix" ->
              json.textNode(region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com");
          case "AWS::NotificationARNs" -> json.arrayNode();
          case "AWS::NoValue" -> MissingNode.getInstance();
          default -> null;
        });
  }

  private String partition() {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
