/** The system as its users run it: by the scripts, over real HTTP. */
@NullMarked
package dev.zerotomillions.e2e;

import org.jspecify.annotations.NullMarked;
