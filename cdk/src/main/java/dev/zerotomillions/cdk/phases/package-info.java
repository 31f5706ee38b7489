/** What each phase of growth brings, and the numbers that it runs with. */
@NullMarked
package dev.zerotomillions.cdk.phases;

import org.jspecify.annotations.NullMarked;
