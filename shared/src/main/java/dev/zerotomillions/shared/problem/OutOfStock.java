package dev.zerotomillions.shared.problem;

/** Fewer items are on hand than are asked for. */
public final class OutOfStock extends Problem {
  public OutOfStock(String productId, long available) {
    super(
        409,
        "out-of-stock",
        "Out of stock",
        "Product " + productId + " has " + available + " available.");
    member("productId", productId);
    member("available", available);
  }
}
