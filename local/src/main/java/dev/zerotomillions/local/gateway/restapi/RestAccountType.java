package dev.zerotomillions.local.gateway.restapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.Map;
import java.util.Set;

/**
 * {@code AWS::ApiGateway::Account}: the role that lets API Gateway write logs. Logs need no role
 * here.
 */
final class RestAccountType implements ResourceType {
  @Override
  public String name() {
    return "AWS::ApiGateway::Account";
  }

  @Override
  public PropertyRules properties() {
    return new PropertyRules(Set.of(), Set.of("CloudWatchRoleArn"));
  }

  @Override
  public Provisioned create(ResourceRequest request) {
    return account();
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before) {
    return account();
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) {
    // Nothing stands that could be taken away.
  }

  private static Provisioned account() {
    return new Provisioned(
        "ApiGatewayAccount", Map.of("Id", TextNode.valueOf("ApiGatewayAccount")));
  }
}
