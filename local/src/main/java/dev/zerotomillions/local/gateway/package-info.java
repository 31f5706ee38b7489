/** API Gateway: serves the deployed APIs and provisions their resources. */
@NullMarked
package dev.zerotomillions.local.gateway;

import org.jspecify.annotations.NullMarked;
