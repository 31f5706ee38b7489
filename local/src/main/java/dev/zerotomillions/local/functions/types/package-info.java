/** The CloudFormation resource types that make up functions. */
@NullMarked
package dev.zerotomillions.local.functions.types;

import org.jspecify.annotations.NullMarked;
