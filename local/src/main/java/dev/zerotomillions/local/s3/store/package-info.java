/**
 * Buckets and objects on the disk: one file for each version of an object, moved into place whole.
 */
@NullMarked
package dev.zerotomillions.local.s3.store;

import org.jspecify.annotations.NullMarked;
