package dev.zerotomillions.local.functions.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Echoes, after an initialisation that takes as long as its environment says. */
public final class SlowInit implements RequestStreamHandler {

  public SlowInit() throws InterruptedException {
    Thread.sleep(Long.parseLong(System.getenv("INIT_MILLIS")));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    input.transferTo(output);
  }
}
