package dev.zerotomillions.local.front;

import dev.zerotomillions.local.aws.Apis;
import dev.zerotomillions.local.aws.Signature;
import dev.zerotomillions.local.gateway.Gateway;
import dev.zerotomillions.local.web.WebHandler;
import dev.zerotomillions.local.web.WebRequest;
import dev.zerotomillions.local.web.WebResponse;
import dev.zerotomillions.local.web.WebServer;
import java.io.IOException;
import java.net.BindException;
import org.jspecify.annotations.Nullable;

/**
 * The emulator's one port: tells calls of AWS's APIs, the emulator's own control, and the shop's
 * clients apart, as AWS does, by the signature.
 */
public final class FrontDoor implements AutoCloseable {
  private static final String CONTROL = "/_local/";

  private final Apis apis;
  private final Gateway gateway;
  private final WebHandler control;
  private final WebServer server;

  private FrontDoor(int port, Apis apis, Gateway gateway, WebHandler control) throws IOException {
    this.apis = apis;
    this.gateway = gateway;
    this.control = control;
    this.server = WebServer.start(port, this::handle);
  }

  /**
   * Opens the front door.
   *
   * @param port the port, or 0 for any that is free
   * @param control answers what is under {@code /_local/}
   * @throws PortTaken if another program listens on the port
   */
  public static FrontDoor open(int port, Apis apis, Gateway gateway, WebHandler control)
      throws IOException {
    try {
      return new FrontDoor(port, apis, gateway, control);
    } catch (BindException e) {
      throw new PortTaken(port, e);
    }
  }

  public int port() {
    return server.port();
  }

  private WebResponse handle(WebRequest request) throws InterruptedException {
    if (request.path().startsWith(CONTROL)) {
      return control.handle(request);
    }
    Signature signature = Signature.of(request);
    if (signature != null && !signature.service().equals("execute-api")) {
      return apis.handle(request, signature);
    }
    @Nullable WebResponse refusal = Apis.refuseUnsigned(request);
    return refusal == null ? gateway.handle(request) : refusal;
  }

  /** Takes no more requests, and lets those under way finish. */
  @Override
  public void close() throws IOException {
    server.close();
  }
}
