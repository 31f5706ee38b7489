package dev.zerotomillions.local.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SimpleTypesTest {
  private final Roles roles = new Roles();
  private final RoleType roleType = new RoleType(roles);

  @Test
  void role_isFoundByItsArn_withEveryPolicyThatSpeaksOfIt() {
    Provisioned role =
        roleType.create(
            request(
                """
                {'AssumeRolePolicyDocument': {'Trust': 1}, 'ManagedPolicyArns': ['arn:aws:iam::000000000000:policy/Shared'],
                 'Policies': [{'PolicyName': 'Needs', 'PolicyDocument': {'Own': 1}}]}
                """));
    String arn = arn(role);
    assertEquals("arn:aws:iam::000000000000:role/" + role.physicalId(), arn);
    assertEquals(1, roles.find(arn).orElseThrow().trust().path("Trust").asInt());
    PolicyType.inline(roles)
        .create(
            request(
                "{'PolicyDocument': {'Attached': 1}, 'Roles': ['%s']}"
                    .formatted(role.physicalId())));
    PolicyType.managed(roles)
        .create(request("{'ManagedPolicyName': 'Shared', 'PolicyDocument': {'Managed': 1}}"));
    PolicyType.managed(roles)
        .create(request("{'ManagedPolicyName': 'Foreign', 'PolicyDocument': {'Foreign': 1}}"));
    List<String> documents = roles.policies(arn).stream().map(Object::toString).sorted().toList();
    assertEquals(List.of("{\"Attached\":1}", "{\"Managed\":1}", "{\"Own\":1}"), documents);
    roleType.delete(request("{}"), role);
    assertTrue(roles.policies(arn).isEmpty());
  }

  @Test
  void logGroup_hasCloudFormationsNameAndArn() {
    NamedType type = SimpleTypes.logGroup();
    Provisioned named = type.create(request("{'LogGroupName': '/shop'}"));
    assertEquals("/shop", named.physicalId());
    assertEquals("arn:aws:logs:us-east-1:000000000000:log-group:/shop:*", arn(named));
    assertTrue(type.create(request("{}")).physicalId().startsWith("Shop-It-"));
    assertEquals(type.create(request("{}")), type.create(request("{}")));
  }

  private static String arn(Provisioned resource) {
    return Objects.requireNonNull(resource.attributes().get("Arn")).asText();
  }

  private static ResourceRequest request(String properties) {
    try {
      return new ResourceRequest(
          "us-east-1",
          "000000000000",
          "Shop",
          "It",
          "Any",
          new JsonMapper().readValue(properties.replace('\'', '"'), ObjectNode.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
