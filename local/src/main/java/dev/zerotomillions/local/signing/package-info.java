/** AWS Signature Version 4, checked whole. */
@NullMarked
package dev.zerotomillions.local.signing;

import org.jspecify.annotations.NullMarked;
