@NullMarked
package dev.zerotomillions.openapi;

import org.jspecify.annotations.NullMarked;
