package dev.zerotomillions.orders;

import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.problem.NotFound;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Makes the ids of orders: {@code ord_<bucket>_<uuid>}, whose bucket is the customer's, so that an
 * id alone finds the shard on which its customer's orders lie. A customer's later order has the
 * greater id.
 */
@Singleton
class OrderIds {
  private static final int BUCKETS = 4096;
  static final String SHAPE = "ord_[0-9a-f]{3}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  private final UuidV7 uuids;

  OrderIds(UuidV7 uuids) {
    this.uuids = uuids;
  }

  String next(String customerId) {
    return "ord_%03x_%s".formatted(bucket(customerId), uuids.next());
  }

  static boolean isValid(String id) {
    return PATTERN.matcher(id).matches();
  }

  /**
   * The id, if an order can have it.
   *
   * @throws NotFound if none can
   */
  static String existing(String id) {
    if (!isValid(id)) {
      throw new NotFound("No order can have this id.");
    }
    return id;
  }

  /** Fixed for ever, as ids hold it. */
  private static int bucket(String customerId) {
    var checksum = new CRC32C();
    checksum.update(customerId.getBytes(StandardCharsets.UTF_8));
    return (int) (checksum.getValue() % BUCKETS);
  }
}
