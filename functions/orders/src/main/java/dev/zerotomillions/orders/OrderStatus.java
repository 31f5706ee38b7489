package dev.zerotomillions.orders;

/** How far an order has come. */
enum OrderStatus {
  PENDING,
  CONFIRMED
}
