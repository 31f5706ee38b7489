/** Execution environments: processes that speak the Lambda Runtime API to the emulator. */
@NullMarked
package dev.zerotomillions.local.functions.runtime;

import org.jspecify.annotations.NullMarked;
