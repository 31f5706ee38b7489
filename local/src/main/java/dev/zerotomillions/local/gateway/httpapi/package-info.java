/** HTTP APIs ({@code AWS::ApiGatewayV2}): payload format 2.0, CORS by the gateway. */
@NullMarked
package dev.zerotomillions.local.gateway.httpapi;

import org.jspecify.annotations.NullMarked;
