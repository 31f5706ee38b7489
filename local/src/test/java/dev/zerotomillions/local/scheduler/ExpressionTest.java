package dev.zerotomillions.local.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  /** A Wednesday. */
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cron(* * * * ? *)              | 2026-11-25T10:01:00Z",
        "cron(0 10 * * ? *)             | 2026-11-26T10:00:00Z",
        "cron(15 12 * * ? *)            | 2026-11-25T12:15:00Z",
        "cron(0 18 ? * MON-FRI *)       | 2026-11-25T18:00:00Z",
        "cron(0 18 ? * SAT,SUN *)       | 2026-11-28T18:00:00Z",
        "cron(0 8 1 * ? *)              | 2026-12-01T08:00:00Z",
        "cron(0/15 * * * ? *)           | 2026-11-25T10:15:00Z",
        "cron(0/5 8-9 ? * MON-FRI *)    | 2026-11-26T08:00:00Z",
        "cron(0 9 ? * 2#1 *)            | 2026-12-07T09:00:00Z",
        "cron(0 9 ? * FRIL *)           | 2026-11-27T09:00:00Z",
        "cron(0 0 L * ? *)              | 2026-11-30T00:00:00Z",
        "cron(0 0 LW * ? *)             | 2026-11-30T00:00:00Z",
        "cron(0 0 1W AUG ? *)           | 2027-08-02T00:00:00Z",
        "cron(0 0 15W * ? *)            | 2026-12-15T00:00:00Z",
        "cron(0 0 29 2 ? *)             | 2028-02-29T00:00:00Z",
        "cron(0 0 ? * FRI-MON *)        | 2026-11-27T00:00:00Z",
        "cron(30 10 25 11 ? 2026-2027)  | 2026-11-25T10:30:00Z",
        "rate(1 minute)                 | 2026-11-25T10:01:00Z",
        "rate(5 minutes)                | 2026-11-25T10:05:00Z",
        "rate(2 hours)                  | 2026-11-25T12:00:00Z",
        "rate(1 day)                    | 2026-11-26T10:00:00Z",
        "at(2026-11-25T10:00:01)        | 2026-11-25T10:00:01Z",
      })
  void nextTime_isAwss(String expression, Instant next) throws Exception {
    assertEquals(Optional.of(next), Expression.parse(expression, "UTC").next(NOW, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"at(2026-11-25T10:00:00)", "cron(0 0 1 1 ? 2026)", "cron(0 0 30 2 ? *)"})
  void whatIsOver_neverComesAgain(String expression) throws Exception {
    assertEquals(Optional.empty(), Expression.parse(expression, "UTC").next(NOW, NOW));
  }

  @Test
  void rate_countsFromCreation_notFromWhenItIsAsked() throws Exception {
    Expression rate = Expression.parse("rate(10 minutes)", "UTC");
    assertEquals(
        Optional.of(Instant.parse("2026-11-25T10:05:00Z")),
        rate.next(NOW, Instant.parse("2026-11-25T06:35:00Z")));
  }

  @Test
  void times_areThoseOfTheTimezone() throws Exception {
    Expression noon = Expression.parse("cron(0 12 * * ? *)", "Europe/Berlin");
    assertEquals(Optional.of(Instant.parse("2026-11-25T11:00:00Z")), noon.next(NOW, NOW));
    Expression at = Expression.parse("at(2026-07-01T12:00:00)", "America/New_York");
    assertEquals(Optional.of(Instant.parse("2026-07-01T16:00:00Z")), at.next(Instant.EPOCH, NOW));
  }

  @Test
  void hourThatTheClocksSkip_isSkipped_andTheOneThatComesTwiceCountsOnce() throws Exception {
    Expression halfPastTwo = Expression.parse("cron(30 2 * * ? *)", "Europe/Berlin");
    Instant spring = Instant.parse("2026-03-28T12:00:00Z");
    assertEquals(
        Optional.of(Instant.parse("2026-03-30T00:30:00Z")), halfPastTwo.next(spring, spring));
    Instant autumn = Instant.parse("2026-10-24T12:00:00Z");
    Instant first = halfPastTwo.next(autumn, autumn).orElseThrow();
    assertEquals(Instant.parse("2026-10-25T00:30:00Z"), first);
    assertEquals(
        Optional.of(Instant.parse("2026-10-26T01:30:00Z")), halfPastTwo.next(first, first));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(0 minutes)",
        "rate(5 seconds)",
        "rate(five minutes)",
        "cron(0 12 * * *)",
        "cron(0 12 * * * *)",
        "cron(0 12 ? * ? *)",
        "cron(60 12 * * ? *)",
        "cron(0 12 0 * ? *)",
        "cron(0/0 12 * * ? *)",
        "cron(x 12 * * ? *)",
        "at(tomorrow)",
        "every minute",
      })
  void expressionThatSchedulerWouldRefuse_isRefused(String expression) {
    assertThrows(InvalidExpression.class, () -> Expression.parse(expression, "UTC"));
  }

  @Test
  void unknownTimezone_isRefused() {
    assertThrows(
        InvalidExpression.class, () -> Expression.parse("rate(1 minute)", "Europe/Atlantis"));
  }
}
