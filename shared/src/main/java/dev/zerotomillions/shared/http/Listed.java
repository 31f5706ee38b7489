package dev.zerotomillions.shared.http;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
@Introspected
public record Listed<T>(List<T> items, @Nullable String nextCursor) {}
