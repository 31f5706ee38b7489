/** Event source mappings: what Lambda polls, and invokes functions with. */
@NullMarked
package dev.zerotomillions.local.sources;

import org.jspecify.annotations.NullMarked;
