package dev.zerotomillions.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token that stands for a card which behaves in a certain way.
 *
 * @param number how many milliseconds or percent, or until which second of the epoch; 0 if nothing
 *     of that kind
 */
record TestToken(Behaviour behaviour, int number) {

  /** What such a card does. */
  enum Behaviour {
    APPROVED,
    DECLINED,
    INSUFFICIENT_FUNDS,
    SLOW,
    OUTAGE,
    FLAKY,
    LATE
  }

  /** Stripe's own test tokens are here by their names there. */
  private static final Map<String, Behaviour> PLAIN =
      Map.of(
          "tok_visa", Behaviour.APPROVED,
          "tok_mastercard", Behaviour.APPROVED,
          "tok_declined", Behaviour.DECLINED,
          "tok_chargeDeclined", Behaviour.DECLINED,
          "tok_insufficient_funds", Behaviour.INSUFFICIENT_FUNDS,
          "tok_chargeDeclinedInsufficientFunds", Behaviour.INSUFFICIENT_FUNDS,
          "tok_outage", Behaviour.OUTAGE);

  private static final Pattern NUMBERED =
      Pattern.compile("tok_(slow|flaky|late|outage)_(\\d{1,9}|1\\d{9})");

  /** Longer than any client waits, shorter than the function may run. */
  private static final int LONGEST_SLOWNESS = 20_000;

  /** Whether the provider is down for such a card. An outage without an end never ends. */
  boolean isDown(Instant now) {
    return behaviour == Behaviour.OUTAGE && (number == 0 || now.getEpochSecond() < number);
  }

  static Optional<TestToken> parse(String token) {
    var plain = PLAIN.get(token);
    if (plain != null) {
      return Optional.of(new TestToken(plain, 0));
    }
    Matcher numbered = NUMBERED.matcher(token);
    if (!numbered.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(numbered.group(2));
    return switch (numbered.group(1)) {
      case "slow" -> Optional.of(new TestToken(Behaviour.SLOW, Math.min(number, LONGEST_SLOWNESS)));
      case "outage" -> Optional.of(new TestToken(Behaviour.OUTAGE, number));
      case "flaky" ->
          number <= 100 ? Optional.of(new TestToken(Behaviour.FLAKY, number)) : Optional.empty();
      default -> Optional.of(new TestToken(Behaviour.LATE, number));
    };
  }
}
