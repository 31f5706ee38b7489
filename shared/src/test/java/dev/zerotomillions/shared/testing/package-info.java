/** What the endpoint tests of every service share. */
@NullMarked
package dev.zerotomillions.shared.testing;

import org.jspecify.annotations.NullMarked;
