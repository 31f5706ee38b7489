/** S3: its API at the endpoint, and the resource types of buckets. */
@NullMarked
package dev.zerotomillions.local.s3;

import org.jspecify.annotations.NullMarked;
