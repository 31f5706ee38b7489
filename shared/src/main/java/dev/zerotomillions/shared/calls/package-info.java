/** Calls from one service to another: who is called, until when, and what an answer is. */
@NullMarked
package dev.zerotomillions.shared.calls;

import org.jspecify.annotations.NullMarked;
