package dev.zerotomillions.shared.calls;

import dev.zerotomillions.shared.observe.Metrics;
import dev.zerotomillions.shared.resilience.Sleeper;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What calls need besides their callee: time, chance, and someone to tell. */
record Means(InstantSource clock, RandomGenerator random, Sleeper sleeper, Metrics metrics) {}
