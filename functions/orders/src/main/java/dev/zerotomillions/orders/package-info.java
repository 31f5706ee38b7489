/**
 * Orders: placed at the catalogue's prices, and settled with the inventory and the payments, step
 * by step.
 */
@NullMarked
package dev.zerotomillions.orders;

import org.jspecify.annotations.NullMarked;
