/** What is worked out as a function is packed, rather than at each of its starts. */
@NullMarked
package dev.zerotomillions.shared.packed;

import org.jspecify.annotations.NullMarked;
