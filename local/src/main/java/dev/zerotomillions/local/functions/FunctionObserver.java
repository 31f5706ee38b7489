package dev.zerotomillions.local.functions;

import dev.zerotomillions.local.functions.model.FunctionVersion;

/**
 * Watches functions: metrics and traces are made from what it sees. It is called on the
 * invocations' own time, and must return at once.
 */
public interface FunctionObserver {
  /** Sees nothing. */
  FunctionObserver NONE =
      new FunctionObserver() {
        @Override
        public void ended(EndedInvocation invocation) {}

        @Override
        public void printed(FunctionVersion version, String line) {}
      };

  void ended(EndedInvocation invocation);

  /** A line in a function's log. */
  void printed(FunctionVersion version, String line);
}
