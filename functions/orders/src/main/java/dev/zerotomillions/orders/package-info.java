/** Orders: placed against the catalogue's prices and the inventory's stock. */
@NullMarked
package dev.zerotomillions.orders;

import org.jspecify.annotations.NullMarked;
