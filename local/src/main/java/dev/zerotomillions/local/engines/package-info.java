/** The engines that keep the state: programs of others, each a child process. */
@NullMarked
package dev.zerotomillions.local.engines;

import org.jspecify.annotations.NullMarked;
