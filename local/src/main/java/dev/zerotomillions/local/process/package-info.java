/** Child processes that never outlive the emulator, not even one that was killed. */
@NullMarked
package dev.zerotomillions.local.process;

import org.jspecify.annotations.NullMarked;
