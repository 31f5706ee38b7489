package dev.zerotomillions.local.functions;

/** The same invocations, where AWS's client has no native library. */
class InvokeWithPlainClientTest extends InvokeTest {

  @Override
  FunctionSettings settings(FunctionSettings defaults) {
    return defaults.withNativeClient(false);
  }
}
