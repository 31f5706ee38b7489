/** Tests of users and sessions. */
@NullMarked
package dev.zerotomillions.users;

import org.jspecify.annotations.NullMarked;
