/** Tests of all services in one function. */
@NullMarked
package dev.zerotomillions.monolith;

import org.jspecify.annotations.NullMarked;
