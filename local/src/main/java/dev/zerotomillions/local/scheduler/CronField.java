package dev.zerotomillions.local.scheduler;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** One field of a cron expression: the values that it names. */
record CronField(BitSet values) {

  /** What a field may hold; names stand for numbers from {@code least} on. */
  record Kind(int least, int most, List<String> names) {
    static final Kind MINUTE = new Kind(0, 59, List.of());
    static final Kind HOUR = new Kind(0, 23, List.of());
    static final Kind DAY = new Kind(1, 31, List.of());
    static final Kind MONTH =
        new Kind(
            1,
            12,
            List.of(
                "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                "DEC"));

    /** Sunday is 1, as AWS counts. */
    static final Kind WEEKDAY =
        new Kind(1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

    static final Kind YEAR = new Kind(1970, 2199, List.of());

    int value(String expression, String text) throws InvalidExpression {
      int named = names.indexOf(text.toUpperCase(Locale.ROOT));
      if (named >= 0) {
        return least + named;
      }
      int value = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
      if (value < least || value > most) {
        throw new InvalidExpression(
            expression, "'%s' is not between %d and %d".formatted(text, least, most));
      }
      return value;
    }
  }

  /** Reads lists, ranges and steps. */
  static CronField parse(String expression, String field, Kind kind) throws InvalidExpression {
    BitSet values = new BitSet();
    for (String part : field.split(",", -1)) {
      String[] step = part.split("/", 2);
      String[] range = step[0].split("-", 2);
      boolean all = step[0].equals("*");
      int from = all ? kind.least : kind.value(expression, range[0]);
      int to = all || step.length == 2 ? kind.most : from;
      if (range.length == 2) {
        to = kind.value(expression, range[1]);
      }
      int by = step.length == 2 ? kind.value(expression, step[1]) : 1;
      if (by == 0) {
        throw new InvalidExpression(expression, "a step is not 0");
      }
      // A range such as FRI-MON goes over the end.
      int span = to >= from ? to - from : to - from + kind.most - kind.least + 1;
      for (int i = 0; i <= span; i += by) {
        values.set(kind.least + (from - kind.least + i) % (kind.most - kind.least + 1));
      }
    }
    return new CronField(values);
  }

  boolean has(int value) {
    return values.get(value);
  }

  /** The first value from one on; -1 if there is none. */
  int from(int value) {
    return values.nextSetBit(value);
  }
}
