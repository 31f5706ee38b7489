package dev.zerotomillions.local.deploy;

import java.util.Map;

/**
 * What is on record of a stack as a whole.
 *
 * @param position its place in the order in which stacks are deployed
 * @param committed the number of its last operation that succeeded
 * @param outputs its outputs by name
 * @param exports what it exports to other stacks, by the export's name
 */
record StackRecord(
    String name,
    String region,
    int position,
    int committed,
    boolean terminationProtection,
    Map<String, String> outputs,
    Map<String, String> exports) {
  StackRecord {
    outputs = Map.copyOf(outputs);
    exports = Map.copyOf(exports);
  }
}
