/** What is on hand of each product, and each movement that made it so. */
@NullMarked
package dev.zerotomillions.inventory;

import org.jspecify.annotations.NullMarked;
