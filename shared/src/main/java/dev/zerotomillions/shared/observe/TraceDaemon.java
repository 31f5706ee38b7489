package dev.zerotomillions.shared.observe;

import dev.zerotomillions.shared.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * X-Ray's daemon, to which segments go by UDP: whether they arrive or not, nobody waits for it. The
 * channel is opened with the first segment, after any snapshot.
 */
final class TraceDaemon implements Consumer<Map<String, Object>> {
  private static final Logger LOG = LoggerFactory.getLogger(TraceDaemon.class);
  private static final byte[] HEADER =
      "{\"format\":\"json\",\"version\":1}\n".getBytes(StandardCharsets.UTF_8);

  private final InetSocketAddress address;
  private @Nullable DatagramChannel channel;

  private TraceDaemon(InetSocketAddress address) {
    this.address = address;
  }

  /**
   * The daemon at an address.
   *
   * @param address as {@code AWS_XRAY_DAEMON_ADDRESS} has it: {@code host:port}
   */
  static TraceDaemon at(String address) {
    int colon = address.lastIndexOf(':');
    if (colon < 0 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          "AWS_XRAY_DAEMON_ADDRESS must be host:port, but is " + address);
    }
    return new TraceDaemon(
        new InetSocketAddress(
            address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
  }

  @Override
  public synchronized void accept(Map<String, Object> segment) {
    byte[] body = Json.write(segment);
    ByteBuffer packet = ByteBuffer.allocate(HEADER.length + body.length).put(HEADER).put(body);
    try {
      open().send(packet.flip(), address);
    } catch (IOException e) {
      // A trace that is lost is no reason to fail the request that it is about.
      LOG.warn("X-Ray's daemon could not be told", e);
    }
  }

  private DatagramChannel open() throws IOException {
    DatagramChannel known = channel;
    if (known == null) {
      known = DatagramChannel.open();
      channel = known;
    }
    return known;
  }
}
