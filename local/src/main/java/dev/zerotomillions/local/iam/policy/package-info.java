/** IAM policies: read, and asked whether they allow an action on a resource. */
@NullMarked
package dev.zerotomillions.local.iam.policy;

import org.jspecify.annotations.NullMarked;
