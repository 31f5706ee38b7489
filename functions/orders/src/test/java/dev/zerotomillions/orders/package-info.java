/** Tests of orders. */
@NullMarked
package dev.zerotomillions.orders;

import org.jspecify.annotations.NullMarked;
