package dev.zerotomillions.local.scheduler;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule's time comes. */
sealed interface Expression {
  /** The first time after another one, if there is any; {@code created} is the schedule's own. */
  Optional<Instant> next(Instant after, Instant created);

  /** One time alone. */
  record At(Instant time) implements Expression {
    @Override
    public Optional<Instant> next(Instant after, Instant created) {
      return Optional.of(time).filter(each -> each.isAfter(after));
    }
  }

  /** Every so often, counted from when the schedule was created. */
  record Rate(Duration period) implements Expression {
    @Override
    public Optional<Instant> next(Instant after, Instant created) {
      long periods = Math.max(0, Duration.between(created, after).dividedBy(period)) + 1;
      return Optional.of(created.plus(period.multipliedBy(periods)));
    }
  }

  /** At certain minutes, hours and days. */
  record AtTimes(Cron cron, ZoneId zone) implements Expression {
    @Override
    public Optional<Instant> next(Instant after, Instant created) {
      return cron.next(after, zone);
    }
  }

  /** Reads {@code at(...)}, {@code rate(...)} or {@code cron(...)}. */
  static Expression parse(String text, String timezone) throws InvalidExpression {
    Matcher form = Pattern.compile("(at|rate|cron)\\((.*)\\)").matcher(text);
    if (!form.matches()) {
      throw new InvalidExpression(text, "it has none of the three forms");
    }
    try {
      ZoneId zone = ZoneId.of(timezone);
      String inner = form.group(2).strip();
      return switch (form.group(1)) {
        case "at" -> new At(LocalDateTime.parse(inner).atZone(zone).toInstant());
        case "rate" -> new Rate(period(text, inner));
        default -> new AtTimes(Cron.parse(text, inner), zone);
      };
    } catch (DateTimeException e) {
      throw new InvalidExpression(text, String.valueOf(e.getMessage()));
    }
  }

  private static Duration period(String text, String inner) throws InvalidExpression {
    Matcher rate = Pattern.compile("(\\d{1,9})\\s+(minute|hour|day)s?").matcher(inner);
    if (!rate.matches() || Integer.parseInt(rate.group(1)) == 0) {
      throw new InvalidExpression(text, "a rate is a number of minutes, hours or days");
    }
    int count = Integer.parseInt(rate.group(1));
    return switch (rate.group(2).toLowerCase(Locale.ROOT)) {
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
