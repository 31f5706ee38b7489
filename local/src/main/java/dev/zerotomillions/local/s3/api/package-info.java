/** S3's API as clients speak it: addresses, signatures in URLs, bodies, operations and errors. */
@NullMarked
package dev.zerotomillions.local.s3.api;

import org.jspecify.annotations.NullMarked;
