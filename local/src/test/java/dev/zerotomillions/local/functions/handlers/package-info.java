/** Functions for the tests, each run in processes of its own. */
@NullMarked
package dev.zerotomillions.local.functions.handlers;

import org.jspecify.annotations.NullMarked;
