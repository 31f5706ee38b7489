package dev.zerotomillions.local.web;

/** Answers HTTP requests. Calls arrive concurrently, each on a virtual thread of its own. */
@FunctionalInterface
public interface WebHandler {
  WebResponse handle(WebRequest request) throws InterruptedException;
}
