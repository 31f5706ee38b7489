/** Tests of what those who run the shop look at. */
@NullMarked
package dev.zerotomillions.operations;

import org.jspecify.annotations.NullMarked;
