package dev.zerotomillions.cdk;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.amazon.awscdk.Stack;

/** The rules that don't fit this system, each with the reason. */
final class NagExceptions {
  private static final List<NagPackSuppression> ALL =
      List.of(
          exception(
              "AwsSolutions-IAM5",
              "Traces belong to no resource that a policy could name.",
              "Resource::*"),
          NagPackSuppression.builder()
              .id("AwsSolutions-IAM5")
              .reason("A call's path has an id in it, which no policy could list.")
              .appliesTo(
                  List.of(
                      RegexAppliesTo.builder()
                          .regex("/^Resource::.*\\/(GET|PUT|POST)\\/internal\\/.*$/")
                          .build()))
              .build(),
          NagPackSuppression.builder()
              .id("AwsSolutions-IAM5")
              .reason(
                  "A file's name has an id in it that is made later, which no policy could list.")
              .appliesTo(
                  List.of(
                      RegexAppliesTo.builder()
                          .regex("/^Resource::.*\\/(exports|uploads)\\/\\*$/")
                          .build()))
              .build(),
          exception(
              "AwsSolutions-S1",
              "Each call of the bucket is in its function's log; access logs would need a bucket more."),
          exception(
              "AwsSolutions-IAM4",
              "API Gateway's own policy is what lets it write logs, for the account as a whole.",
              "Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"),
          exception(
              "AwsSolutions-APIG4",
              "Functions verify tokens themselves, from keys in their environment: an authorizer "
                  + "would add a call or a public issuer, and work with one kind of gateway."),
          exception(
              "AwsSolutions-COG4", "Users and their tokens are the shop's own, not Cognito's."),
          exception(
              "AwsSolutions-APIG2",
              "Functions validate requests, so that every invalid field is named in the answer."),
          exception(
              "AwsSolutions-APIG3",
              "A web ACL costs 5 dollars a month idle; rate limits and back-off guard the API."));

  private NagExceptions() {}

  private static NagPackSuppression exception(String rule, String reason, String... appliesTo) {
    NagPackSuppression.Builder builder = NagPackSuppression.builder().id(rule).reason(reason);
    return appliesTo.length == 0
        ? builder.build()
        : builder.appliesTo(List.of((Object[]) appliesTo)).build();
  }

  static void add(Stack stack) {
    NagSuppressions.addStackSuppressions(stack, ALL);
  }
}
