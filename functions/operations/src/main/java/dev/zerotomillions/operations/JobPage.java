package dev.zerotomillions.operations;

import dev.zerotomillions.shared.jobs.JobView;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of all jobs.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
@Introspected
record JobPage(List<JobView> items, @Nullable String nextCursor) {}
