package dev.zerotomillions.local.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.iam.policy.AccessRequest;
import dev.zerotomillions.local.iam.policy.Decision;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SimpleTypesTest {
  private final Roles roles = new Roles();
  private final RoleType roleType = new RoleType(roles);

  @Test
  void role_isFoundByItsArn_withEveryPolicyThatSpeaksOfIt() throws Exception {
    Provisioned role =
        roleType.create(
            request(
                """
                {'AssumeRolePolicyDocument': {'Statement': [{'Effect': 'Allow', 'Action': 'sts:AssumeRole',
                   'Principal': {'Service': 'lambda.amazonaws.com'}}]},
                 'ManagedPolicyArns': ['arn:aws:iam::000000000000:policy/Shared'],
                 'Policies': [{'PolicyName': 'Needs', 'PolicyDocument': %s}]}
                """
                    .formatted(allowing("own:Do"))));
    String arn = arn(role);
    assertEquals("arn:aws:iam::000000000000:role/" + role.physicalId(), arn);
    assertTrue(roles.find(arn).orElseThrow().trusts("lambda.amazonaws.com"));
    assertFalse(roles.find(arn).orElseThrow().trusts("scheduler.amazonaws.com"));
    PolicyType.inline(roles)
        .create(
            request(
                "{'PolicyDocument': %s, 'Roles': ['%s']}"
                    .formatted(allowing("attached:Do"), role.physicalId())));
    managed("Shared", "managed:Do");
    managed("Foreign", "foreign:Do");
    assertEquals(Decision.ALLOWED, decide(arn, "own:Do"));
    assertEquals(Decision.ALLOWED, decide(arn, "attached:Do"));
    assertEquals(Decision.ALLOWED, decide(arn, "managed:Do"));
    assertEquals(Decision.DENIED_IMPLICITLY, decide(arn, "foreign:Do"));
    roleType.delete(request("{}"), role);
    assertTrue(roles.find(arn).isEmpty());
  }

  @Test
  void policyThatCannotBeEvaluated_isRefusedWithItsResourcesName() {
    ResourceFailed refusal =
        assertThrows(
            ResourceFailed.class,
            () ->
                PolicyType.inline(roles)
                    .create(
                        request(
                            """
                            {'PolicyDocument': {'Statement': {'Effect': 'Allow', 'Action': '*',
                              'Resource': '*', 'Condition': {'BinaryEquals': {'key': 'QQ=='}}}}}""")));
    assertTrue(
        String.valueOf(refusal.getMessage())
            .contains("Shop/It (Any): the condition operator BinaryEquals"));
  }

  @Test
  void conditionOnAKeyThatNoRequestHas_isRefused() {
    ResourceFailed refusal =
        assertThrows(
            ResourceFailed.class,
            () ->
                PolicyType.inline(roles)
                    .create(
                        request(
                            """
                            {'PolicyDocument': {'Statement': {'Effect': 'Allow', 'Action': '*',
                              'Resource': '*', 'Condition': {'ForAllValues:StringEquals':
                                {'dynamodb:LeadingKeys': 'usr_1'}}}}}""")));
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("the condition key dynamodb:LeadingKeys"));
  }

  @Test
  void policiesThatAwsManages_allowWhatTheyAllowThere_andUnknownOnesAreRefused() throws Exception {
    String basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
    String arn = arn(roleType.create(request("{'ManagedPolicyArns': ['%s']}".formatted(basic))));
    assertEquals(Decision.ALLOWED, decide(arn, "logs:PutLogEvents"));
    assertEquals(Decision.DENIED_IMPLICITLY, decide(arn, "dynamodb:GetItem"));

    String all = "{'ManagedPolicyArns': ['arn:aws:iam::aws:policy/AdministratorAccess']}";
    ResourceFailed refusal =
        assertThrows(ResourceFailed.class, () -> roleType.create(request(all)));
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("policy/AdministratorAccess is not known"));
  }

  private void managed(String name, String action) throws ResourceFailed {
    PolicyType.managed(roles)
        .create(
            request(
                "{'ManagedPolicyName': '%s', 'PolicyDocument': %s}"
                    .formatted(name, allowing(action))));
  }

  private static String allowing(String action) {
    return "{'Statement': [{'Effect': 'Allow', 'Action': '%s', 'Resource': '*'}]}"
        .formatted(action);
  }

  private Decision decide(String roleArn, String action) {
    return Decision.of(roles.policies(roleArn), new AccessRequest(action, "*", Map.of()));
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
