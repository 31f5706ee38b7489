/** The local emulator: runs a synthesized CDK app on embedded engines. */
@NullMarked
package dev.zerotomillions.local;

import org.jspecify.annotations.NullMarked;
