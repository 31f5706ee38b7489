/** The registry of the API's endpoints: routes, and all that each function may touch. */
@NullMarked
package dev.zerotomillions.cdk.endpoints;

import org.jspecify.annotations.NullMarked;
