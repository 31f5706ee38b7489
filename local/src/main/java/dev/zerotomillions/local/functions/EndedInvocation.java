package dev.zerotomillions.local.functions;

import dev.zerotomillions.local.functions.model.FunctionVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An invocation that has ended, for those who watch.
 *
 * @param arn the function as the caller named it, in full
 * @param accepted when the call came
 * @param begun when the function began to work on it; empty if it never did
 * @param duration how long the function worked on it
 * @param init how long an environment took to start for it, if one did
 */
public record EndedInvocation(
    FunctionVersion version,
    String arn,
    String requestId,
    InvocationTrace trace,
    Instant accepted,
    Optional<Instant> begun,
    Duration duration,
    Optional<Duration> init,
    Instant ended,
    Invocation outcome) {}
