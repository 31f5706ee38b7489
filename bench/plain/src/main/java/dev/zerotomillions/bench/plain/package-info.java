/** The baseline of the benchmarks: the same endpoint without a framework. */
@NullMarked
package dev.zerotomillions.bench.plain;

import org.jspecify.annotations.NullMarked;
