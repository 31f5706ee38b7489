/** CloudWatch's metrics: those that functions print, and those on functions. */
@NullMarked
package dev.zerotomillions.local.metrics;

import org.jspecify.annotations.NullMarked;
