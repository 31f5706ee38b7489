/** Who calls: the credentials of roles, and the roles behind credentials. */
@NullMarked
package dev.zerotomillions.local.iam;

import org.jspecify.annotations.NullMarked;
