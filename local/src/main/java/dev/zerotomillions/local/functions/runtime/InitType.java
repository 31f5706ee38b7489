package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.model.FunctionVersion;

/** How an execution environment came to be, as AWS_LAMBDA_INITIALIZATION_TYPE tells. */
enum InitType {
  ON_DEMAND("on-demand"),
  PROVISIONED("provisioned-concurrency"),
  SNAP_START("snap-start");

  private final String text;

  InitType(String text) {
    this.text = text;
  }

  static InitType onDemand(FunctionVersion version) {
    return version.startsFromCheckpoint() ? SNAP_START : ON_DEMAND;
  }

  String text() {
    return text;
  }
}
