package dev.zerotomillions.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the benchmarks found: figures, and targets met or missed. */
final class Report {
  private final List<String> missed = new ArrayList<>();

  void section(String title) {
    IO.println("\n" + title);
  }

  void figure(String name, String value) {
    IO.println(String.format(Locale.ROOT, "  %-44s %s", name, value));
  }

  void target(String name, double measured, double atMost, String unit) {
    var met = measured <= atMost;
    figure(
        name,
        String.format(
            Locale.ROOT,
            "%.2f %s (target: at most %.2f) %s",
            measured,
            unit,
            atMost,
            met ? "met" : "MISSED"));
    if (!met) {
      missed.add(name);
    }
  }

  /** The targets that were missed. */
  List<String> missed() {
    return List.copyOf(missed);
  }
}
