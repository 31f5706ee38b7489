/** Files that hold the emulator's own state. */
@NullMarked
package dev.zerotomillions.local.storage;

import org.jspecify.annotations.NullMarked;
