/** The cloud assembly that CDK synthesizes: its stacks and their assets. */
@NullMarked
package dev.zerotomillions.local.assembly;

import org.jspecify.annotations.NullMarked;
