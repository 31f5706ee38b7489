package dev.zerotomillions.local.web;

/**
 * An HTTP request, read whole.
 *
 * @param path the path as sent, still percent-encoded; starts with a slash
 * @param query the query as sent, still percent-encoded; empty where there is none
 * @param protocol such as {@code HTTP/1.1}
 * @param remoteAddress the caller's IP address
 * @param headBytes the size of the request line and header fields
 */
public record WebRequest(
    String method,
    String path,
    String query,
    String protocol,
    WebHeaders headers,
    byte[] body,
    String remoteAddress,
    int headBytes) {

  /** This request under another path. */
  public WebRequest at(String otherPath) {
    return new WebRequest(
        method, otherPath, query, protocol, headers, body, remoteAddress, headBytes);
  }
}
