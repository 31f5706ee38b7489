/** Systems Manager's Parameter Store. */
@NullMarked
package dev.zerotomillions.local.ssm;

import org.jspecify.annotations.NullMarked;
