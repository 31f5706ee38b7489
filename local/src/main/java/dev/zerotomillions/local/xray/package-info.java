/** X-Ray: takes segments from functions and from Lambda itself, and shows the traces. */
@NullMarked
package dev.zerotomillions.local.xray;

import org.jspecify.annotations.NullMarked;
