/** Work that is accepted in a request and done after it: asked for, carried on, and looked up. */
@NullMarked
package dev.zerotomillions.shared.jobs;

import org.jspecify.annotations.NullMarked;
