package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Task;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.ServicePrincipalOpts;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/**
 * The clock that starts each task every minute.
 *
 * <p>A schedule has the same logical id whichever function runs its task, so that a climb points it
 * elsewhere in one update. Nothing that fails is tried again or kept: the next minute's run finds
 * the same work.
 */
public final class Schedules extends Construct {
  private static final int A_MINUTE = 60;

  public Schedules(Construct scope, String id) {
    super(scope, id);
  }

  /** Starts these tasks in a function, which the schedules may invoke and nothing else. */
  public void start(List<Task> tasks, String name, IFunction function) {
    if (tasks.isEmpty()) {
      return;
    }
    // A schedule's call is an event to Lambda, which would try it again by itself and for hours.
    function.configureAsyncInvoke(
        EventInvokeConfigOptions.builder()
            .retryAttempts(0)
            .maxEventAge(Duration.seconds(A_MINUTE))
            .build());
    Construct scope = new Construct(this, name);
    Role role = role(scope, function);
    tasks.forEach(task -> schedule(task, function, role));
  }

  private void schedule(Task task, IFunction function, Role role) {
    CfnSchedule.Builder.create(this, task.name() + "EachMinute")
        .description("Runs the task " + task.name())
        .scheduleExpression("rate(1 minute)")
        .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            CfnSchedule.TargetProperty.builder()
                .arn(function.getFunctionArn())
                .roleArn(role.getRoleArn())
                .input("{\"task\":\"%s\"}".formatted(task.name()))
                .retryPolicy(
                    CfnSchedule.RetryPolicyProperty.builder()
                        .maximumEventAgeInSeconds(A_MINUTE)
                        .maximumRetryAttempts(0)
                        .build())
                .build())
        .build();
  }

  private static Role role(Construct scope, IFunction function) {
    return Role.Builder.create(scope, "Role")
        .assumedBy(
            new ServicePrincipal(
                "scheduler.amazonaws.com",
                ServicePrincipalOpts.builder()
                    .conditions(
                        Map.of(
                            "StringEquals",
                            Map.of("aws:SourceAccount", Stack.of(scope).getAccount())))
                    .build()))
        .inlinePolicies(
            Map.of(
                "Invoke",
                PolicyDocument.Builder.create()
                    .statements(
                        List.of(
                            PolicyStatement.Builder.create()
                                .actions(List.of("lambda:InvokeFunction"))
                                .resources(List.of(function.getFunctionArn()))
                                .build()))
                    .build()))
        .build();
  }
}
