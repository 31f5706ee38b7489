package dev.zerotomillions.users;

import io.micronaut.http.HttpRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a request comes from, as far as one connection to the internet can be told from another.
 *
 * @param digest stands for the address, which is not kept
 */
record Source(String digest) {
  /** What a provider gives a household at least; all addresses in it are one customer's. */
  private static final int IPV6_PREFIX_BYTES = 8;

  /** The source of a request that came through a gateway. */
  static Optional<Source> of(HttpRequest<?> request) {
    var host = request.getRemoteAddress().getHostString();
    try {
      return Optional.of(of(InetAddress.ofLiteral(host)));
    } catch (IllegalArgumentException e) {
      // Invoked by hand, without a gateway that says.
      return Optional.empty();
    }
  }

  private static Source of(InetAddress address) {
    var bytes = address.getAddress();
    var network = address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_PREFIX_BYTES) : bytes;
    return new Source(Sha256.hex(HexFormat.of().formatHex(network)));
  }
}
