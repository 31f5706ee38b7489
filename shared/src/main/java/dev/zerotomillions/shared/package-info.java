/** The library that every function uses, one package per concern. */
@NullMarked
package dev.zerotomillions.shared;

import org.jspecify.annotations.NullMarked;
