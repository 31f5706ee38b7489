/** The AWS endpoint: API families told apart by the signature's service and region. */
@NullMarked
package dev.zerotomillions.local.aws;

import org.jspecify.annotations.NullMarked;
