/** Tests of the payment provider to try things out with. */
@NullMarked
package dev.zerotomillions.sandbox;

import org.jspecify.annotations.NullMarked;
