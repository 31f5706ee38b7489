/** REST APIs ({@code AWS::ApiGateway}): Lambda proxy events, deployed snapshots, mock answers. */
@NullMarked
package dev.zerotomillions.local.gateway.restapi;

import org.jspecify.annotations.NullMarked;
