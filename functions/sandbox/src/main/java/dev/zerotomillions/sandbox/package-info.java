/**
 * A payment provider to try things out with: it speaks the part of Stripe's API that payments use,
 * and takes no one's money.
 */
@NullMarked
package dev.zerotomillions.sandbox;

import org.jspecify.annotations.NullMarked;
