package dev.zerotomillions.local.functions.runtime;

/** What a runtime can tell its execution environment. */
interface RuntimeCalls {

  /** The runtime is ready for the next invocation. It is answered whenever there is one. */
  void next(WaitingRuntime runtime);

  /** The handler returned. */
  RuntimeReply returned(String requestId, RuntimeRequest request);

  /** The handler threw. */
  RuntimeReply failed(String requestId, RuntimeRequest request);

  /** The function couldn't be initialised. */
  RuntimeReply initFailed(RuntimeRequest request);

  /** The runtime has run the hooks before a checkpoint, and waits for being restored from it. */
  RuntimeReply restore();
}
