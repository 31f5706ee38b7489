/** Payments: an order's money, taken once through a payment provider, or given back. */
@NullMarked
package dev.zerotomillions.payments;

import org.jspecify.annotations.NullMarked;
