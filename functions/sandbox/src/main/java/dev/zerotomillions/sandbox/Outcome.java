package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.data.Change;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call would do: its answer, and the changes that make it true.
 *
 * @param card the card in question, if there is one
 */
record Outcome(@Nullable String card, int status, Map<String, Object> body, List<Change> changes) {

  static Outcome done(@Nullable String card, Map<String, Object> object, Change... changes) {
    return new Outcome(card, 200, object, List.of(changes));
  }

  static Outcome refused(@Nullable String card, StripeError error, Change... changes) {
    return new Outcome(card, error.status(), error.body(), List.of(changes));
  }

  /** The same changes under another answer. */
  Outcome answering(StripeError error) {
    return new Outcome(card, error.status(), error.body(), changes);
  }
}
