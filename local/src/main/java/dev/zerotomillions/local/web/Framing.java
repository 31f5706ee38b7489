package dev.zerotomillions.local.web;

import java.util.Locale;

/**
 * How long a message's body is.
 *
 * @param length the length in bytes where it is not chunked, or -1 where none is given
 */
record Framing(boolean chunked, long length) {

  /** Refuses every ambiguity, for that is what request smuggling lives on. */
  static Framing of(WebHeaders headers) throws BadMessage {
    long length = -1;
    boolean chunked = false;
    for (WebHeaders.Field field : headers.fields()) {
      if (field.name().equalsIgnoreCase("Content-Length")) {
        long value = Syntax.contentLength(field.value());
        if (length >= 0 && length != value) {
          throw new BadMessage(400, "two different lengths");
        }
        length = value;
      } else if (field.name().equalsIgnoreCase("Transfer-Encoding")) {
        if (chunked || !field.value().toLowerCase(Locale.ROOT).equals("chunked")) {
          throw new BadMessage(501, "transfer encoding other than chunked");
        }
        chunked = true;
      }
    }
    if (chunked && length >= 0) {
      throw new BadMessage(400, "both a length and a transfer encoding");
    }
    return new Framing(chunked, length);
  }

  /** The same, for a request: without a length there is no body. */
  Framing ofRequest() {
    return !chunked && length < 0 ? new Framing(false, 0) : this;
  }
}
