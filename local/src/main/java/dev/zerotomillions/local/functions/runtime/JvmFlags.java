package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.model.FunctionVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The flags of AWS's java25 runtime.
 *
 * <p>A flag that the function sets in its own JAVA_TOOL_OPTIONS is left to it: the JVM would take
 * the command line's.
 */
final class JvmFlags {
  private static final double HEAP_SHARE = 0.85;
  private static final Pattern HEAP = Pattern.compile("-Xmx|MaxHeapSize|MaxRAMPercentage");
  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");
  private static final Pattern TIERS = Pattern.compile("Tiered");

  private JvmFlags() {}

  static List<String> of(FunctionVersion version, InitType initType) {
    var own = version.environment().getOrDefault("JAVA_TOOL_OPTIONS", "");
    var flags = new ArrayList<String>();
    if (!HEAP.matcher(own).find()) {
      var kilobytes = (long) Math.ceil(version.memorySize() * 1024 * HEAP_SHARE);
      flags.add("-XX:MaxHeapSize=" + kilobytes + "k");
    }
    if (!COLLECTOR.matcher(own).find()) {
      flags.add("-XX:+UseSerialGC");
    }
    if (initType == InitType.ON_DEMAND && !TIERS.matcher(own).find()) {
      flags.add("-XX:TieredStopAtLevel=1");
    }
    flags.add("-Xshare:auto");
    flags.add("-Djava.net.preferIPv4Stack=true");
    flags.add("--enable-native-access=ALL-UNNAMED");
    flags.add("--sun-misc-unsafe-memory-access=allow");
    return List.copyOf(flags);
  }
}
