/** Thin typed access to DynamoDB tables. */
@NullMarked
package dev.zerotomillions.shared.data;

import org.jspecify.annotations.NullMarked;
