/** Tests of the catalog. */
@NullMarked
package dev.zerotomillions.catalog;

import org.jspecify.annotations.NullMarked;
