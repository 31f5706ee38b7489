/** Users: registration, sessions, and the keys that sign their tokens. */
@NullMarked
package dev.zerotomillions.users;

import org.jspecify.annotations.NullMarked;
