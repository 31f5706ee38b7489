/** What the build makes of the OpenAPI documents that the compiler writes; no function has it. */
@NullMarked
package dev.zerotomillions.openapi;

import org.jspecify.annotations.NullMarked;
