package dev.zerotomillions.local.metrics;

import dev.zerotomillions.local.aws.AwsError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to make one number of many. */
sealed interface Statistic {
  /** The value that this share of all values does not exceed. */
  record Percentile(String text, double percent) implements Statistic {}

  /** The five statistics that have names. */
  enum Named implements Statistic {
    SAMPLE_COUNT("SampleCount"),
    AVERAGE("Average"),
    SUM("Sum"),
    MINIMUM("Minimum"),
    MAXIMUM("Maximum");

    private final String text;

    Named(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }

  /** Its name in the API. */
  String text();

  static Statistic parse(String text) throws AwsError {
    for (Named named : Named.values()) {
      if (named.text().equals(text)) {
        return named;
      }
    }
    Matcher percentile = Pattern.compile("p(\\d{1,2}(\\.\\d{1,10})?|100)").matcher(text);
    if (!percentile.matches()) {
      throw new AwsError(
          400,
          "InvalidParameterValueException",
          "The statistic %s is not emulated; SampleCount, Average, Sum, Minimum, Maximum and percentiles such as p99 are"
              .formatted(text));
    }
    return new Percentile(text, Double.parseDouble(percentile.group(1)));
  }
}
