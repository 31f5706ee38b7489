/** The CDK app: one stack class per service and tier, all sized by one number, the phase. */
@NullMarked
package dev.zerotomillions.cdk;

import org.jspecify.annotations.NullMarked;
