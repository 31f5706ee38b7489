package dev.zerotomillions.local.scheduler;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** AWS's cron expressions: minutes, hours, day of month, month, day of week, year. */
record Cron(CronField minutes, CronField hours, CronDays days, CronField months, CronField years) {
  private static final int LAST_YEAR = CronField.Kind.YEAR.most();

  static Cron parse(String expression, String fields) throws InvalidExpression {
    String[] parts = fields.split("\\s+", -1);
    if (parts.length != 6) {
      throw new InvalidExpression(expression, "a cron expression has six fields");
    }
    return new Cron(
        CronField.parse(expression, parts[0], CronField.Kind.MINUTE),
        CronField.parse(expression, parts[1], CronField.Kind.HOUR),
        CronDays.parse(expression, parts[2], parts[4]),
        CronField.parse(expression, parts[3], CronField.Kind.MONTH),
        CronField.parse(expression, parts[5], CronField.Kind.YEAR));
  }

  /**
   * The first time after another one. What falls into the hour that a change of the clocks skips is
   * skipped; what falls into the hour that comes twice happens the first time alone.
   */
  Optional<Instant> next(Instant after, ZoneId zone) {
    LocalDateTime from =
        LocalDateTime.ofInstant(after, zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    LocalTime earliest = from.toLocalTime();
    for (LocalDate day = from.toLocalDate(); day.getYear() <= LAST_YEAR; day = day.plusDays(1)) {
      if (years.has(day.getYear()) && months.has(day.getMonthValue()) && days.include(day)) {
        Optional<Instant> found = on(day, earliest, after, zone);
        if (found.isPresent()) {
          return found;
        }
      }
      earliest = LocalTime.MIN;
    }
    return Optional.empty();
  }

  private Optional<Instant> on(LocalDate day, LocalTime earliest, Instant after, ZoneId zone) {
    for (int hour = hours.from(earliest.getHour()); hour >= 0; hour = hours.from(hour + 1)) {
      int first = hour == earliest.getHour() ? earliest.getMinute() : 0;
      for (int minute = minutes.from(first); minute >= 0; minute = minutes.from(minute + 1)) {
        LocalDateTime time = day.atTime(hour, minute);
        Instant instant = time.atZone(zone).toInstant();
        boolean exists = LocalDateTime.ofInstant(instant, zone).equals(time);
        if (exists && instant.isAfter(after)) {
          return Optional.of(instant);
        }
      }
    }
    return Optional.empty();
  }
}
