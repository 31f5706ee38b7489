package dev.zerotomillions.local.iam;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.iam.policy.MalformedPolicy;
import dev.zerotomillions.local.iam.policy.PolicyDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The policies that AWS manages, as far as roles for functions and gateways have them. */
public final class AwsManagedPolicies {
  private static final String PREFIX = "arn:aws:iam::aws:policy/";

  /** What each allows on any resource, by the end of its ARN. */
  private static final Map<String, List<String>> ACTIONS =
      Map.of(
          "service-role/AWSLambdaBasicExecutionRole",
          List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
          "AWSXRayDaemonWriteAccess",
          List.of(
              "xray:PutTraceSegments",
              "xray:PutTelemetryRecords",
              "xray:GetSamplingRules",
              "xray:GetSamplingTargets",
              "xray:GetSamplingStatisticSummaries"),
          "service-role/AmazonAPIGatewayPushToCloudWatchLogs",
          List.of(
              "logs:CreateLogGroup",
              "logs:CreateLogStream",
              "logs:DescribeLogGroups",
              "logs:DescribeLogStreams",
              "logs:PutLogEvents",
              "logs:GetLogEvents",
              "logs:FilterLogEvents"));

  private AwsManagedPolicies() {}

  /** Whether an ARN names a policy of AWS's that isn't known here. */
  public static boolean isUnknown(String arn) {
    return arn.startsWith(PREFIX) && !ACTIONS.containsKey(arn.substring(PREFIX.length()));
  }

  /** All that are known, by ARN. */
  static Map<String, PolicyDocument> all() {
    Map<String, PolicyDocument> all = new HashMap<>();
    ACTIONS.forEach((name, actions) -> all.put(PREFIX + name, allowing(actions)));
    return all;
  }

  private static PolicyDocument allowing(List<String> actions) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode statement = document.putArray("Statement").addObject();
    statement.put("Effect", "Allow").put("Resource", "*");
    actions.forEach(statement.putArray("Action")::add);
    try {
      return PolicyDocument.of(document);
    } catch (MalformedPolicy e) {
      throw new IllegalStateException("It is well-formed", e);
    }
  }
}
