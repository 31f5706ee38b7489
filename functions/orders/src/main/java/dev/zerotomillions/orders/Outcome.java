package dev.zerotomillions.orders;

import org.jspecify.annotations.Nullable;

/** How a step ended. */
sealed interface Outcome {

  /** The items are put aside. */
  record Held() implements Outcome {}

  /** Too few of a product are left. */
  record OutOfStock(String productId, long available) implements Outcome {}

  /** The items were put aside, and aren't any more. */
  record StockGone() implements Outcome {}

  /** The money is taken. */
  record Charged() implements Outcome {}

  /** The money can't be taken. */
  record Declined(@Nullable String code) implements Outcome {}

  /** The items are taken out of the stock for good. */
  record Committed() implements Outcome {}

  /** The items are free for others, and will stay so. */
  record Released() implements Outcome {}

  /** No money is taken, or none any more, and none will be. */
  record MoneyBack() implements Outcome {}

  /** It took too long. */
  record TimedOut() implements Outcome {}

  /** Nobody knows yet; the same step has to be taken again. */
  record Unknown() implements Outcome {}
}
