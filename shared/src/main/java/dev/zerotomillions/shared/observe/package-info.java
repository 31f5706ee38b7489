/** Structured logs and what identifies a request in them. */
@NullMarked
package dev.zerotomillions.shared.observe;

import org.jspecify.annotations.NullMarked;
