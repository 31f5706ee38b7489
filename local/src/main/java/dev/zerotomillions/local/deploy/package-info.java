/**
 * Deployments as CloudFormation makes them: what changed between two templates is created, updated,
 * replaced or deleted, and a failure is rolled back.
 *
 * <p>Every step is on the disk before and after it is taken, so that a deployment which a crash
 * interrupted is resumed by the next one.
 */
@NullMarked
package dev.zerotomillions.local.deploy;

import org.jspecify.annotations.NullMarked;
