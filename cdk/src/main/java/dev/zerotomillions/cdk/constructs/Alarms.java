package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.phases.Phase;
import dev.zerotomillions.cdk.phases.Symptom;
import java.util.Optional;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** The alarms of a stack, and the topic that they go to if anyone wants to be told. */
public final class Alarms extends Construct {
  private final Phase phase;
  private final Optional<Topic> topic;

  public Alarms(Construct scope, String id, Phase phase, Optional<String> email) {
    super(scope, id);
    this.phase = phase;
    topic = email.map(this::topic);
  }

  /** Adds an alarm that goes off when a sum over five minutes reaches one. */
  void onAny(String id, IMetric metric, String meaning, Optional<Symptom> symptom) {
    add(id, metric, 1, 1, meaning, symptom);
  }

  /** Adds an alarm that goes off when a metric stays at a threshold for a quarter of an hour. */
  void onLasting(
      String id, IMetric metric, Number threshold, String meaning, Optional<Symptom> symptom) {
    add(id, metric, threshold, 3, meaning, symptom);
  }

  private void add(
      String id,
      IMetric metric,
      Number threshold,
      int periods,
      String meaning,
      Optional<Symptom> symptom) {
    Alarm alarm =
        Alarm.Builder.create(this, id)
            .alarmDescription(meaning + symptom.map(this::cure).orElse(""))
            .metric(metric)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .threshold(threshold)
            .evaluationPeriods(periods)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    topic.ifPresent(to -> alarm.addAlarmAction(new SnsAction(to)));
  }

  private String cure(Symptom symptom) {
    return phase
        .next()
        .filter(next -> phase.isOutgrownBy(symptom))
        .map(next -> " If the traffic is welcome, climb to phase " + next + ".")
        .orElse("");
  }

  private Topic topic(String email) {
    Topic created = Topic.Builder.create(this, "Topic").enforceSsl(true).build();
    created.addSubscription(new EmailSubscription(email));
    return created;
  }
}
