package dev.zerotomillions.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

class AlarmsTest {
  private static final String ALARM = "AWS::CloudWatch::Alarm";

  @Test
  void alarms_nameThePhaseToClimbTo() {
    assertTrue(alarm("0", "AlarmsMonolithThrottles").endsWith("climb to phase 1 (web tier)."));
    assertTrue(alarm("0", "AlarmsApiLatency").endsWith("climb to phase 1 (web tier)."));
    assertTrue(alarm("1", "AlarmsCatalogTableReads").endsWith("climb to phase 2 (cache)."));
    assertTrue(alarm("1", "AlarmsCatalogTableWrites").endsWith("were throttled."));
    assertTrue(alarm("1", "AlarmsGetProductLatency").endsWith("climb to phase 2 (cache)."));
    assertTrue(alarm("1", "AlarmsLogInLatency").endsWith("for one call in a hundred."));
    assertTrue(alarm("1", "AlarmsApiErrors").endsWith("see the access log, then the function's."));
  }

  @Test
  void alarms_onWhatFunctionsTellThemselves_countWhoeverTellsIt() {
    for (String phase : List.of("0", "1")) {
      assertEquals("SELECT SUM(DeadEvents) FROM Shop", query(phase, "AlarmsDeadEvents"));
      assertEquals("SELECT SUM(BreakerOpened) FROM Shop", query(phase, "AlarmsBreakerOpened"));
      assertEquals(
          "SELECT MAX(UnsettledOrderAge) FROM Shop", query(phase, "AlarmsUnsettledOrders"));
    }
  }

  private static String query(String phase, String start) {
    return resource(phase, start).properties().at("/Metrics/0/Expression").asText();
  }

  @Test
  void phase0_keepsWithinTheAlarmsThatAreFree() {
    assertTrue(Synthesis.of("0", "http").resources("Shop", ALARM).count() <= 10);
  }

  @Test
  void alarmEmail_isToldOfEveryAlarm() {
    Map<String, String> context = Synthesis.context("1", "http");
    context.put("alarmEmail", "operator@example.com");
    Synthesis synthesis = Synthesis.of(context);

    synthesis
        .template("Shop")
        .hasResourceProperties(
            "AWS::SNS::Subscription",
            Match.objectLike(Map.of("Protocol", "email", "Endpoint", "operator@example.com")));
    assertTrue(
        synthesis
            .resources("Shop", ALARM)
            .allMatch(alarm -> alarm.properties().get("AlarmActions").size() == 1));
    Synthesis.of("1", "http").template("Shop").resourceCountIs("AWS::SNS::Topic", 0);
  }

  private static String alarm(String phase, String start) {
    return resource(phase, start).properties().get("AlarmDescription").asText();
  }

  private static Synthesis.Resource resource(String phase, String start) {
    return Synthesis.of(phase, "http")
        .resources("Shop", ALARM)
        .filter(alarm -> alarm.id().startsWith(start))
        .findFirst()
        .orElseThrow();
  }
}
