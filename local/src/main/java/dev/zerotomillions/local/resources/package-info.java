/**
 * The contract between the deployment engine and the classes that provision one resource type each.
 */
@NullMarked
package dev.zerotomillions.local.resources;

import org.jspecify.annotations.NullMarked;
