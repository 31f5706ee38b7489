package dev.zerotomillions.local.iam;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Need;
import dev.zerotomillions.local.iam.policy.PolicyDocument;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallGuardTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/GetOrder-Role";
  private static final String TABLE = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders";
  private static final Need GET_ITEM = new Need("dynamodb:GetItem", TABLE);

  private final Credentials credentials = new Credentials();
  private final List<String> console = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-25T10:00:00Z");
  private final InstantSource clock = () -> now;
  private final Roles roles = new Roles(clock);
  private final CallGuard guard =
      new CallGuard(credentials, new Permissions(roles, clock), console::add);

  private void policy(String... statements) throws Exception {
    String document = "{'Statement': [%s]}".formatted(String.join(",", statements));
    PolicyDocument policy =
        PolicyDocument.of(new JsonMapper().readTree(document.replace('\'', '"')));
    roles.put(
        new Roles.Role(
            "GetOrder-Role", ROLE, MissingNode.getInstance(), List.of(policy), List.of()));
  }

  private static String allow(String action, String resource) {
    return "{'Effect': 'Allow', 'Action': '%s', 'Resource': '%s'}".formatted(action, resource);
  }

  private void call(String service, Guard.Rights rights) throws AwsError {
    call(credentials.of(ROLE, "GetOrder").accessKeyId(), service, rights);
  }

  private void call(String accessKey, String service, Guard.Rights rights) throws AwsError {
    guard.check(
        new AwsRequest("POST", "/", "", Map.of(), new byte[0], "eu-west-1", accessKey),
        service,
        rights);
  }

  private AwsError refused(String service, Need... needs) {
    return assertThrows(AwsError.class, () -> call(service, arns -> List.of(needs)));
  }

  private void allowed(Need... needs) {
    assertDoesNotThrow(() -> call("dynamodb", arns -> List.of(needs)));
  }

  @Test
  void whatThePolicyAllows_passes_andNothingElse() throws Exception {
    policy(allow("dynamodb:GetItem", TABLE));

    allowed(GET_ITEM);
    refused("dynamodb", new Need("dynamodb:PutItem", TABLE));
    refused("dynamodb", new Need("dynamodb:GetItem", TABLE + "2"));
    refused("dynamodb", new Need("dynamodb:Query", TABLE + "/index/gsi1"));
  }

  @Test
  void eachRightIsNeeded_whereACallAsksForSeveral() throws Exception {
    policy(allow("dynamodb:PutItem", TABLE));
    Need put = new Need("dynamodb:PutItem", TABLE);

    AwsError refusal =
        refused("dynamodb", put, new Need("dynamodb:ConditionCheckItem", TABLE), put);

    assertEquals(
        "User: arn:aws:sts::123456789012:assumed-role/GetOrder-Role/GetOrder is not authorized to"
            + " perform: dynamodb:ConditionCheckItem on resource: "
            + TABLE
            + " because no identity-based policy allows the dynamodb:ConditionCheckItem action",
        refusal.message());
    assertEquals(List.of(refusal.message()), console);
  }

  @Test
  void wildcards_inActionAndResource_allow() throws Exception {
    policy(allow("dynamodb:*Item", "arn:aws:dynamodb:*:123456789012:table/*"));

    allowed(GET_ITEM);
    refused("dynamodb", new Need("dynamodb:Query", TABLE));
  }

  @Test
  void explicitDeny_wins_andSaysSo() throws Exception {
    policy(
        allow("dynamodb:*", "*"),
        "{'Effect': 'Deny', 'Action': 'dynamodb:GetItem', 'Resource': '*'}");

    assertEquals(
        "User: arn:aws:sts::123456789012:assumed-role/GetOrder-Role/GetOrder is not authorized to"
            + " perform: dynamodb:GetItem on resource: "
            + TABLE
            + " with an explicit deny in an identity-based policy",
        refused("dynamodb", GET_ITEM).message());
  }

  @Test
  void conditions_areHeeded() throws Exception {
    policy(
        """
        {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {
          'DateLessThan': {'aws:CurrentTime': '2026-11-25T11:00:00Z'},
          'StringEquals': {'aws:RequestedRegion': 'eu-west-1'}}}""");
    allowed(GET_ITEM);

    now = Instant.parse("2026-11-25T12:00:00Z");

    refused("dynamodb", GET_ITEM);
  }

  @Test
  void changedPolicies_holdAtOnce() throws Exception {
    policy(allow("dynamodb:GetItem", TABLE));
    allowed(GET_ITEM);

    policy(allow("dynamodb:Query", TABLE));
    refused("dynamodb", GET_ITEM);
  }

  @Test
  void deletedRole_endsWhenItsLastRequestsHaveEnded() throws Exception {
    policy(allow("dynamodb:GetItem", TABLE));

    roles.remove(ROLE);

    assertTrue(roles.find(ROLE).isEmpty());
    now = now.plusSeconds(29);
    allowed(GET_ITEM);
    now = now.plusSeconds(1);
    refused("dynamodb", GET_ITEM);
  }

  @Test
  void roleThatNoTemplateHas_mayDoNothing() {
    refused("dynamodb", GET_ITEM);
  }

  @Test
  void developers_mayDoEverything_evenWhatNoOneKnowsTheRightsOf() {
    assertDoesNotThrow(
        () ->
            call(
                "local",
                "dynamodb",
                arns -> {
                  throw Guard.unknown("dynamodb", "ExecuteStatement");
                }));
  }

  @Test
  void callOfUnknownRights_isRefusedByName() throws Exception {
    policy(allow("*", "*"));

    AwsError refusal =
        assertThrows(
            AwsError.class,
            () ->
                call(
                    "dynamodb",
                    arns -> {
                      throw Guard.unknown("dynamodb", "ExecuteStatement");
                    }));

    assertEquals(501, refusal.status());
    assertEquals(
        "The local emulator doesn't know what rights dynamodb:ExecuteStatement asks for, and so"
            + " refuses it to functions",
        refusal.message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dynamodb   | dynamodb:ListTables    | *                | 400 | AccessDeniedException | on resource: * because",
        "ssm        | ssm:GetParameter       | arn:aws:ssm:x    | 400 | AccessDeniedException | on resource: arn:aws:ssm:x because",
        "lambda     | lambda:InvokeFunction  | arn:aws:lambda:x | 403 | AccessDeniedException | on resource: arn:aws:lambda:x because",
        "s3         | s3:GetObject           | arn:aws:s3:::b/k | 403 | AccessDenied          | on resource: \"arn:aws:s3:::b/k\" because",
        "s3         | s3:ListAllMyBuckets    | *                | 403 | AccessDenied          | perform: s3:ListAllMyBuckets because",
        "monitoring | cloudwatch:ListMetrics | *                | 403 | AccessDenied          | perform: cloudwatch:ListMetrics because",
        "sqs        | sqs:sendmessage        | arn:aws:sqs:x    | 403 | AccessDenied          | on resource: arn:aws:sqs:x because",
        "xray       | xray:PutTraceSegments  | *                | 403 | AccessDeniedException | perform: xray:PutTraceSegments because",
      })
  void refusals_haveTheServicesForm(
      String service, String action, String resource, int status, String code, String words) {
    AwsError refusal = refused(service, new Need(action, resource));

    assertEquals(status, refusal.status());
    assertEquals(code, refusal.code());
    String message = refusal.message();
    assertEquals(words, message.substring(message.indexOf(words), message.indexOf(" no identity")));
  }
}
