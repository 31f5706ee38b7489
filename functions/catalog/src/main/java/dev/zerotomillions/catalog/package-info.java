/** The products that the shop sells. */
@NullMarked
package dev.zerotomillions.catalog;

import org.jspecify.annotations.NullMarked;
