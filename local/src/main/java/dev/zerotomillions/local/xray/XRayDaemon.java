package dev.zerotomillions.local.xray;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.function.Consumer;

/** X-Ray's daemon: takes segments by UDP on a loopback port, each after a line that says so. */
final class XRayDaemon implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LARGEST = 65_535;

  private final DatagramSocket socket;
  private final Consumer<ObjectNode> segments;

  XRayDaemon(Consumer<ObjectNode> segments) {
    this.segments = segments;
    try {
      this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (SocketException e) {
      throw new UncheckedIOException("Can't open a port for X-Ray's daemon", e);
    }
    Thread.ofPlatform().daemon().name("X-Ray daemon").start(this::receive);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void receive() {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST);
        socket.receive(packet);
        take(Arrays.copyOf(packet.getData(), packet.getLength()));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException("X-Ray's daemon ended", e);
        }
      }
    }
  }

  /** Takes a packet; what isn't a segment is left out, as the real daemon does. */
  private void take(byte[] packet) {
    int line = 0;
    while (line < packet.length && packet[line] != '\n') {
      line++;
    }
    try {
      JsonNode header = JSON.readTree(packet, 0, line);
      boolean announced = header != null && header.path("format").asText().equals("json");
      JsonNode body =
          announced && line < packet.length
              ? JSON.readTree(packet, line + 1, packet.length - line - 1)
              : null;
      if (body instanceof ObjectNode segment) {
        segments.accept(segment);
      }
    } catch (IOException e) {
      System.getLogger(XRayDaemon.class.getName())
          .log(System.Logger.Level.DEBUG, "A packet to X-Ray's daemon is no segment", e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
