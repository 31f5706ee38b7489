package dev.zerotomillions.local.scheduler;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days that a cron expression names, by their number in the month or by the weekday. */
@FunctionalInterface
interface CronDays {
  boolean include(LocalDate day);

  /** Reads both fields, one of which must be {@code ?}. */
  static CronDays parse(String expression, String dayOfMonth, String dayOfWeek)
      throws InvalidExpression {
    if (dayOfMonth.equals("?") == dayOfWeek.equals("?")) {
      throw new InvalidExpression(
          expression, "one of day-of-month and day-of-week must be ?, and only one");
    }
    return dayOfWeek.equals("?") ? ofMonth(expression, dayOfMonth) : ofWeek(expression, dayOfWeek);
  }

  private static CronDays ofMonth(String expression, String field) throws InvalidExpression {
    if (field.equals("L")) {
      return day -> day.getDayOfMonth() == day.lengthOfMonth();
    }
    if (field.equals("LW")) {
      return day -> day.equals(nearestWeekday(day, day.lengthOfMonth()));
    }
    Matcher weekday = Pattern.compile("(\\d+)W").matcher(field);
    if (weekday.matches()) {
      int wanted = CronField.Kind.DAY.value(expression, weekday.group(1));
      return day -> wanted <= day.lengthOfMonth() && day.equals(nearestWeekday(day, wanted));
    }
    CronField days = CronField.parse(expression, field, CronField.Kind.DAY);
    return day -> days.has(day.getDayOfMonth());
  }

  private static CronDays ofWeek(String expression, String field) throws InvalidExpression {
    Matcher nth = Pattern.compile("(\\w+)#([1-5])").matcher(field);
    if (nth.matches()) {
      int weekday = CronField.Kind.WEEKDAY.value(expression, nth.group(1));
      int which = Integer.parseInt(nth.group(2));
      return day -> number(day) == weekday && (day.getDayOfMonth() - 1) / 7 + 1 == which;
    }
    Matcher last = Pattern.compile("(\\w+)L").matcher(field);
    if (last.matches()) {
      int weekday = CronField.Kind.WEEKDAY.value(expression, last.group(1));
      return day -> number(day) == weekday && day.getDayOfMonth() + 7 > day.lengthOfMonth();
    }
    String plain = field.equals("L") ? "SAT" : field;
    CronField days = CronField.parse(expression, plain, CronField.Kind.WEEKDAY);
    return day -> days.has(number(day));
  }

  /** The weekday nearest to a day of the same month, without leaving the month. */
  private static LocalDate nearestWeekday(LocalDate month, int dayOfMonth) {
    LocalDate day = month.withDayOfMonth(dayOfMonth);
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> dayOfMonth == 1 ? day.plusDays(2) : day.minusDays(1);
      case SUNDAY ->
          dayOfMonth == day.lengthOfMonth()
              ? day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY))
              : day.plusDays(1);
      default -> day;
    };
  }

  /** Sunday is 1, as AWS counts. */
  private static int number(LocalDate day) {
    return day.getDayOfWeek().getValue() % 7 + 1;
  }
}
