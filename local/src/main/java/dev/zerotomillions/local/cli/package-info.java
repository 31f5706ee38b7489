/** The emulator's command line: wires its parts, starts them, and says where the shop is. */
@NullMarked
package dev.zerotomillions.local.cli;

import org.jspecify.annotations.NullMarked;
