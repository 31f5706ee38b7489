/** Tests of payments against the sandbox's own code. */
@NullMarked
package dev.zerotomillions.payments;

import org.jspecify.annotations.NullMarked;
