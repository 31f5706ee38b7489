/** The ways in which a request can be refused, as RFC 9457 problem details. */
@NullMarked
package dev.zerotomillions.shared.problem;

import org.jspecify.annotations.NullMarked;
