/**
 * Events: recorded in the transaction that makes them true, delivered at least once, applied once.
 */
@NullMarked
package dev.zerotomillions.shared.events;

import org.jspecify.annotations.NullMarked;
