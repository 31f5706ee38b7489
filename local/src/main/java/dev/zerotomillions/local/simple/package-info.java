/**
 * Resource types that need no engine: roles and policies, custom resources, and what only AWS acts
 * on.
 */
@NullMarked
package dev.zerotomillions.local.simple;

import org.jspecify.annotations.NullMarked;
