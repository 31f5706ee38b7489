/** What both kinds of API share: path templates, throttles, access logs, calls of functions. */
@NullMarked
package dev.zerotomillions.local.gateway.common;

import org.jspecify.annotations.NullMarked;
