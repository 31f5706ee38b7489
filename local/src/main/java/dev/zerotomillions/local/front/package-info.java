/** The one port that everything is reached through. */
@NullMarked
package dev.zerotomillions.local.front;

import org.jspecify.annotations.NullMarked;
