package dev.zerotomillions.local.simple;

import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.ResourceTypes;
import java.util.List;
import java.util.Map;

/** All resource types that need no engine. */
public final class SimpleTypes {
  private SimpleTypes() {}

  /**
   * Makes one of each.
   *
   * @param functions runs the functions behind custom resources
   * @param responses takes these functions' answers
   * @param roles learns of the roles and their policies
   */
  public static List<ResourceType> all(
      Functions functions, CustomResourceResponses responses, Roles roles) {
    return List.of(
        new CustomResourceType(ResourceTypes.CUSTOM, functions, responses),
        new CustomResourceType("AWS::CloudFormation::CustomResource", functions, responses),
        new RoleType(roles),
        PolicyType.inline(roles),
        PolicyType.managed(roles),
        logGroup(),
        metricFilter(),
        alarm(),
        dashboard(),
        metadata());
  }

  /** Logs are kept in files, whatever the template says of their retention. */
  static NamedType logGroup() {
    return new NamedType(
        "AWS::Logs::LogGroup",
        PropertyRules.honours("LogGroupName")
            .andIgnores("RetentionInDays", "KmsKeyId", "LogGroupClass", "Tags"),
        "LogGroupName",
        (request, name) ->
            Map.of("Arn", Names.arn(request, "logs", "log-group:%s:*".formatted(name))));
  }

  private static ResourceType metricFilter() {
    return new NamedType(
        "AWS::Logs::MetricFilter",
        PropertyRules.honours("FilterName")
            .andIgnores("FilterPattern", "LogGroupName", "MetricTransformations"),
        "FilterName",
        (request, name) -> Map.of());
  }

  private static ResourceType alarm() {
    return new NamedType(
        "AWS::CloudWatch::Alarm",
        PropertyRules.honours("AlarmName")
            .andIgnores(
                "ActionsEnabled",
                "AlarmActions",
                "AlarmDescription",
                "ComparisonOperator",
                "DatapointsToAlarm",
                "Dimensions",
                "EvaluateLowSampleCountPercentile",
                "EvaluationPeriods",
                "ExtendedStatistic",
                "InsufficientDataActions",
                "MetricName",
                "Metrics",
                "Namespace",
                "OKActions",
                "Period",
                "Statistic",
                "Tags",
                "Threshold",
                "TreatMissingData",
                "Unit"),
        "AlarmName",
        (request, name) -> Map.of("Arn", Names.arn(request, "cloudwatch", "alarm:" + name)));
  }

  private static ResourceType dashboard() {
    return new NamedType(
        "AWS::CloudWatch::Dashboard",
        PropertyRules.honours("DashboardName").andIgnores("DashboardBody", "Tags"),
        "DashboardName",
        (request, name) -> Map.of());
  }

  private static ResourceType metadata() {
    return new NamedType(
        "AWS::CDK::Metadata",
        PropertyRules.honours().andIgnores("Analytics"),
        "Name",
        (request, name) -> Map.of());
  }
}
