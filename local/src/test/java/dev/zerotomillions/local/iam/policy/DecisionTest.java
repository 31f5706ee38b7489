package dev.zerotomillions.local.iam.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
  private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/Orders";
  private static final AccessRequest GET =
      new AccessRequest(
          "dynamodb:GetItem",
          TABLE,
          Map.of(
              "aws:PrincipalArn", List.of("arn:aws:iam::000000000000:role/Shop"),
              "aws:RequestedRegion", List.of("us-east-1"),
              "aws:CurrentTime", List.of("2026-11-25T10:00:00Z"),
              "aws:SourceIp", List.of("10.1.2.3"),
              "shop:Size", List.of("12"),
              "dynamodb:LeadingKeys", List.of("ORDER#1", "ORDER#2")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dynamodb:GetItem   | arn:aws:dynamodb:us-east-1:000000000000:table/Orders   | ALLOWED",
        "dynamodb:getitem   | arn:aws:dynamodb:us-east-1:000000000000:table/Orders   | ALLOWED",
        "dynamodb:*         | *                                                      | ALLOWED",
        "*                  | arn:aws:dynamodb:*:*:table/Ord?rs                      | ALLOWED",
        "dynamodb:Get*      | arn:aws:dynamodb:us-east-1:000000000000:table/*        | ALLOWED",
        "dynamodb:PutItem   | *                                                      | DENIED_IMPLICITLY",
        "dynamodb:GetItem   | arn:aws:dynamodb:us-east-1:000000000000:table/Order    | DENIED_IMPLICITLY",
        "dynamodb:GetItem   | arn:aws:dynamodb:us-east-1:000000000000:table/Orders/* | DENIED_IMPLICITLY",
        "dynamodb:GetItem   | arn:aws:dynamodb:us-east-1:000000000000:table/orders   | DENIED_IMPLICITLY",
        "dynamodb:GetItems? | *                                                      | DENIED_IMPLICITLY",
      })
  void allow_reachesAsFarAsItsWildcards(String action, String resource, Decision decision)
      throws Exception {
    assertEquals(decision, decide(statement("Allow", action, resource, "{}")));
  }

  @Test
  void nothing_isAllowedByDefault() throws Exception {
    assertEquals(Decision.DENIED_IMPLICITLY, Decision.of(List.of(), GET));
    assertEquals(Decision.DENIED_IMPLICITLY, decide());
  }

  @Test
  void deny_winsOverAllow_inWhateverOrderAndDocument() throws Exception {
    String allow = statement("Allow", "*", "*", "{}");
    String deny = statement("Deny", "dynamodb:*", TABLE, "{}");
    assertEquals(Decision.DENIED_EXPLICITLY, decide(allow, deny));
    assertEquals(Decision.DENIED_EXPLICITLY, decide(deny, allow));
    assertEquals(
        Decision.DENIED_EXPLICITLY, Decision.of(List.of(document(deny), document(allow)), GET));
  }

  @Test
  void notActionAndNotResource_speakOfAllOthers() throws Exception {
    String others = "{'Effect': 'Allow', 'NotAction': ['iam:*', 'sts:*'], 'Resource': '*'}";
    assertEquals(Decision.ALLOWED, decide(others));
    String notThis = "{'Effect': 'Allow', 'Action': '*', 'NotResource': '%s'}".formatted(TABLE);
    assertEquals(Decision.DENIED_IMPLICITLY, decide(notThis));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'StringEquals': {'aws:RequestedRegion': ['eu-west-1', 'us-east-1']}}          | ALLOWED",
        "{'StringEquals': {'AWS:requestedregion': 'us-east-1'}}                         | ALLOWED",
        "{'StringEquals': {'aws:RequestedRegion': 'US-EAST-1'}}                         | DENIED_IMPLICITLY",
        "{'StringEqualsIgnoreCase': {'aws:RequestedRegion': 'US-EAST-1'}}               | ALLOWED",
        "{'StringNotEquals': {'aws:RequestedRegion': ['us-east-1', 'eu-west-1']}}       | DENIED_IMPLICITLY",
        "{'StringNotEquals': {'aws:unknown': 'x'}}                                      | ALLOWED",
        "{'StringEquals': {'aws:unknown': 'x'}}                                         | DENIED_IMPLICITLY",
        "{'StringEqualsIfExists': {'aws:unknown': 'x'}}                                 | ALLOWED",
        "{'StringLike': {'aws:RequestedRegion': 'us-*'}}                                | ALLOWED",
        "{'ArnLike': {'aws:PrincipalArn': 'arn:aws:iam::*:role/*'}}                     | ALLOWED",
        "{'ArnLike': {'aws:PrincipalArn': 'arn:*:role/Shop'}}                           | DENIED_IMPLICITLY",
        "{'Null': {'aws:unknown': 'true'}}                                              | ALLOWED",
        "{'Null': {'aws:SourceIp': 'true'}}                                             | DENIED_IMPLICITLY",
        "{'NumericLessThan': {'shop:Size': '100'}}                                      | ALLOWED",
        "{'NumericGreaterThanEquals': {'shop:Size': '12.0'}}                            | ALLOWED",
        "{'NumericGreaterThan': {'shop:Size': 'many'}}                                  | DENIED_IMPLICITLY",
        "{'DateLessThan': {'aws:CurrentTime': '2026-11-26'}}                            | ALLOWED",
        "{'DateGreaterThan': {'aws:CurrentTime': '2026-11-25T10:00:00Z'}}               | DENIED_IMPLICITLY",
        "{'IpAddress': {'aws:SourceIp': '10.0.0.0/8'}}                                  | ALLOWED",
        "{'IpAddress': {'aws:SourceIp': ['10.1.2.4', '10.1.3.0/24']}}                   | DENIED_IMPLICITLY",
        "{'NotIpAddress': {'aws:SourceIp': '10.0.0.0/8'}}                               | DENIED_IMPLICITLY",
        "{'ForAllValues:StringLike': {'dynamodb:LeadingKeys': 'ORDER#*'}}               | ALLOWED",
        "{'ForAllValues:StringEquals': {'dynamodb:LeadingKeys': 'ORDER#1'}}             | DENIED_IMPLICITLY",
        "{'ForAnyValue:StringEquals': {'dynamodb:LeadingKeys': 'ORDER#1'}}              | ALLOWED",
        "{'ForAllValues:StringEquals': {'aws:unknown': 'x'}}                            | ALLOWED",
        "{'ForAnyValue:StringNotEquals': {'aws:unknown': 'x'}}                          | DENIED_IMPLICITLY",
        "{'StringEquals': {'aws:RequestedRegion': 'us-east-1', 'aws:unknown': 'x'}}     | DENIED_IMPLICITLY",
        "{'StringEquals': {'aws:PrincipalArn': '${aws:PrincipalArn}'}}                  | ALLOWED",
        "{'StringEquals': {'aws:SourceIp': '${aws:unknown}'}}                           | DENIED_IMPLICITLY",
      })
  void conditions_allMustHold(String condition, Decision decision) throws Exception {
    assertEquals(decision, decide(statement("Allow", "*", "*", condition)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'Like': {'a': 'b'}}}",
        "{'Effect': 'Maybe', 'Action': '*', 'Resource': '*'}",
        "{'Effect': 'Allow', 'Action': '*', 'NotAction': 'a:B', 'Resource': '*'}",
        "{'Effect': 'Allow', 'Action': '*'}",
        "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Principal': '*'}",
      })
  void statementThatIamWouldRefuse_isRefused(String statement) {
    assertThrows(MalformedPolicy.class, () -> document(statement));
  }

  @Test
  void wildcards_takeNoMoreThanAMoment_howeverManyThereAre() {
    String text = "a".repeat(2000);
    assertEquals(false, Glob.matches("*a".repeat(100) + "b", text));
  }

  private static String statement(String effect, String action, String resource, String condition) {
    return "{'Effect': '%s', 'Action': '%s', 'Resource': ['%s'], 'Condition': %s}"
        .formatted(effect, action, resource, condition);
  }

  private static Decision decide(String... statements) throws Exception {
    return Decision.of(List.of(document(statements)), GET);
  }

  private static PolicyDocument document(String... statements)
      throws JsonProcessingException, MalformedPolicy {
    String json = "{'Statement': [%s]}".formatted(String.join(",", statements));
    return PolicyDocument.of(new JsonMapper().readTree(json.replace('\'', '"')));
  }
}
