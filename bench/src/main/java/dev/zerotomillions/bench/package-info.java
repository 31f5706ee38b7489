/**
 * Benchmarks: cold start, warm cost, the emulator's overhead and its start, each against a baseline
 * run beside it.
 */
@NullMarked
package dev.zerotomillions.bench;

import org.jspecify.annotations.NullMarked;
