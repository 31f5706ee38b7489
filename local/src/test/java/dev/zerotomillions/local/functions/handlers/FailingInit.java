package dev.zerotomillions.local.functions.handlers;

import java.io.InputStream;
import java.io.OutputStream;

/** Can't be initialised. */
public final class FailingInit
    implements com.amazonaws.services.lambda.runtime.RequestStreamHandler {

  public FailingInit() {
    throw new IllegalStateException("no table");
  }

  @Override
  public void handleRequest(
      InputStream input,
      OutputStream output,
      com.amazonaws.services.lambda.runtime.Context context) {}
}
