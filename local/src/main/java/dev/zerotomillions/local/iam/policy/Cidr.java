package dev.zerotomillions.local.iam.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Ranges of IP addresses in CIDR notation. */
final class Cidr {
  private Cidr() {}

  /** Whether an address is in a range; a range without a prefix length is one address. */
  static boolean contains(String address, String range) {
    int slash = range.indexOf('/');
    byte[] one = bytes(address);
    byte[] base = bytes(slash < 0 ? range : range.substring(0, slash));
    String prefix = slash < 0 ? Integer.toString(base.length * 8) : range.substring(slash + 1);
    if (one.length == 0 || one.length != base.length || !prefix.matches("\\d{1,3}")) {
      return false;
    }
    int length = Integer.parseInt(prefix);
    for (int bit = 0; bit < Math.min(length, base.length * 8); bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((one[bit / 8] ^ base[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** An address's bytes; none where the text is a name rather than an address. */
  private static byte[] bytes(String text) {
    if (!text.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
      return new byte[0];
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }
}
