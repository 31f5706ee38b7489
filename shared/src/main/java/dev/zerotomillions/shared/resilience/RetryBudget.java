package dev.zerotomillions.shared.resilience;

/**
 * A token bucket that retries are paid from. Successes fill it slowly, so that while a callee is
 * down an environment's retries end after a few, and don't multiply the load on it.
 */
public final class RetryBudget {
  /** Tokens are counted in thousandths, as a success earns a fraction of one. */
  private static final int WHOLE = 1000;

  private final int most;
  private final int earned;
  private int tokens;

  private RetryBudget(Terms terms) {
    this.most = terms.retries * WHOLE;
    this.earned = WHOLE / terms.successesPerRetry;
    this.tokens = most;
  }

  /**
   * The terms of a budget.
   *
   * @param retries how many are possible at once
   * @param successesPerRetry how many successes earn another
   */
  public record Terms(int retries, int successesPerRetry) {
    public static Terms of(int retries, int successesPerRetry) {
      return new Terms(retries, successesPerRetry);
    }
  }

  /** A budget that is full. */
  public static RetryBudget of(Terms terms) {
    return new RetryBudget(terms);
  }

  /** Pays for a retry, if the budget can. */
  public synchronized boolean take() {
    if (tokens < WHOLE) {
      return false;
    }
    tokens -= WHOLE;
    return true;
  }

  /** Counts a success. */
  public synchronized void earn() {
    tokens = Math.min(most, tokens + earned);
  }
}
