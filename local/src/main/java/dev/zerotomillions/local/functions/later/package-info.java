/** Asynchronous invocations: events that are accepted now and invoked later. */
@NullMarked
package dev.zerotomillions.local.functions.later;

import org.jspecify.annotations.NullMarked;
