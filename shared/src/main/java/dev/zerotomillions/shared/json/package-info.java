/** JSON read strictly into records and written from them, without reflection. */
@NullMarked
package dev.zerotomillions.shared.json;

import org.jspecify.annotations.NullMarked;
