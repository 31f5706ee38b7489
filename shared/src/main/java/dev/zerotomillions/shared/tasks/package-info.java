/** Work that a schedule asks of a function, rather than a client. */
@NullMarked
package dev.zerotomillions.shared.tasks;

import org.jspecify.annotations.NullMarked;
