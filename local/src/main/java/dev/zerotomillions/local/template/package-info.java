/**
 * CloudFormation templates: their declarations, their intrinsic functions, and what refers to what.
 */
@NullMarked
package dev.zerotomillions.local.template;

import org.jspecify.annotations.NullMarked;
