/** A small HTTP/1.1 server and client on virtual threads, for traffic on the loopback interface. */
@NullMarked
package dev.zerotomillions.local.web;

import org.jspecify.annotations.NullMarked;
