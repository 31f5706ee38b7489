/**
 * What keeps a failing or slow dependency from taking its callers down: retries within a budget, a
 * circuit breaker and a bulkhead that all environments of a function share through a table.
 */
@NullMarked
package dev.zerotomillions.shared.resilience;

import org.jspecify.annotations.NullMarked;
