package dev.zerotomillions.users;

import java.io.IOException;
import java.net.URI;

/** Where CloudFormation waits for a custom resource's answer. */
@FunctionalInterface
interface Callback {
  void put(URI responseUrl, byte[] answer) throws IOException, InterruptedException;
}
