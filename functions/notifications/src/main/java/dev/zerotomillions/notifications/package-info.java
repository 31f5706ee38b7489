/** What customers are told of their orders, in their language. */
@NullMarked
package dev.zerotomillions.notifications;

import org.jspecify.annotations.NullMarked;
