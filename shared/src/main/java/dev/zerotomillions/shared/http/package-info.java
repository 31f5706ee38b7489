/**
 * The entry handler of every HTTP function, and what turns a Lambda event into a controller's call.
 */
@NullMarked
package dev.zerotomillions.shared.http;

import org.jspecify.annotations.NullMarked;
