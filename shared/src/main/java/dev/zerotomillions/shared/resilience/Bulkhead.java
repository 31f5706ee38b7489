package dev.zerotomillions.shared.resilience;

import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.problem.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bound on how many calls to a callee are under way from all environments of a service together:
 * slots in its table, leased for as long as a call may take. A holder that crashes gives its slot
 * back by the lease's end.
 *
 * <p>If the table itself fails, calls go without a slot.
 */
public final class Bulkhead {
  private static final Logger LOG = LoggerFactory.getLogger(Bulkhead.class);

  /** So many slots are tried blindly before the free ones are looked up. */
  private static final int GUESSES = 2;

  private static final String UNTIL = "heldUntil";

  private final Database database;
  private final Table table;
  private final String pk;
  private final int slots;
  private final InstantSource clock;
  private final RandomGenerator random;

  Bulkhead(
      Database database,
      Table table,
      String callee,
      int slots,
      InstantSource clock,
      RandomGenerator random) {
    this.database = database;
    this.table = table;
    this.pk = "BULKHEAD#" + callee;
    this.slots = slots;
    this.clock = clock;
    this.random = random;
  }

  /** A place among the calls under way, until it is closed. */
  @FunctionalInterface
  public interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a slot, if one is free.
   *
   * @param lease how long it is held if nobody gives it back
   */
  public Optional<Slot> enter(Duration lease) {
    try {
      for (int i = 0; i < GUESSES; i++) {
        Optional<Slot> slot = take(random.nextInt(slots), lease);
        if (slot.isPresent()) {
          return slot;
        }
      }
      return takeFree(lease);
    } catch (Unavailable e) {
      LOG.warn("{} can't be written, the call goes without a slot: {}", pk, e.getMessage());
      return Optional.of(() -> {});
    }
  }

  private Optional<Slot> takeFree(Duration lease) {
    Set<String> taken = taken(clock.instant());
    for (int i = 0; i < slots; i++) {
      if (!taken.contains(sk(i))) {
        Optional<Slot> slot = take(i, lease);
        if (slot.isPresent()) {
          return slot;
        }
      }
    }
    return Optional.empty();
  }

  private Set<String> taken(Instant now) {
    Page page = table.query(new Query(null, pk, "SLOT#", false, slots, Map.of()));
    Set<String> taken = new HashSet<>();
    for (Row row : page.rows()) {
      if (row.number(UNTIL) > now.toEpochMilli()) {
        taken.add(row.text("sk"));
      }
    }
    return taken;
  }

  private Optional<Slot> take(int index, Duration lease) {
    Instant now = clock.instant();
    Instant end = now.plus(lease);
    String holder = UUID.randomUUID().toString();
    Row row =
        Row.of(pk, sk(index))
            .with("holder", holder)
            .with(UNTIL, end.toEpochMilli())
            // The row of a holder that crashed goes too, in time.
            .with("expiresAt", end.getEpochSecond() + 1);
    try {
      database.write(
          table.put(
              row,
              "attribute_not_exists(pk) OR " + UNTIL + " <= :now",
              Map.of(":now", Table.number(now.toEpochMilli())),
              _ -> new SlotTaken()));
      return Optional.of(() -> release(index, holder));
    } catch (SlotTaken e) {
      return Optional.empty();
    }
  }

  private void release(int index, String holder) {
    try {
      database.write(
          table.delete(
              pk,
              sk(index),
              "holder = :holder",
              Map.of(":holder", Table.text(holder)),
              _ -> new SlotTaken()));
    } catch (SlotTaken e) {
      LOG.warn("A call held {} of {} for longer than its lease", sk(index), pk);
    } catch (Unavailable e) {
      LOG.warn("{} of {} is free at the end of its lease: {}", sk(index), pk, e.getMessage());
    }
  }

  private static String sk(int index) {
    return "SLOT#" + index;
  }

  /** Another call holds the slot. */
  private static final class SlotTaken extends RuntimeException {
    SlotTaken() {
      super("The slot is taken", null, false, false);
    }
  }
}
