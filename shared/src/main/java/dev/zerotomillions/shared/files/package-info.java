/** Files that are made for people or come from them, and the signed addresses that give access. */
@NullMarked
package dev.zerotomillions.shared.files;

import org.jspecify.annotations.NullMarked;
