/**
 * Functions run as Lambda runs them: a process per execution environment, speaking the Runtime API.
 */
@NullMarked
package dev.zerotomillions.local.functions;

import org.jspecify.annotations.NullMarked;
