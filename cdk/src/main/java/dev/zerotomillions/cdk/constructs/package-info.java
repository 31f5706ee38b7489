/** The building blocks that stacks are made of: tables, functions, gateways and alarms. */
@NullMarked
package dev.zerotomillions.cdk.constructs;

import org.jspecify.annotations.NullMarked;
