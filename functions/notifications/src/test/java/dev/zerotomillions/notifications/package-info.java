/** Tests of what customers are told. */
@NullMarked
package dev.zerotomillions.notifications;

import org.jspecify.annotations.NullMarked;
