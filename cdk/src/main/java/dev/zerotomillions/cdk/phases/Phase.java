package dev.zerotomillions.cdk.phases;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stage of the system's growth, which stacks ask for its capabilities.
 *
 * <p>Capabilities are cumulative: a phase has all that the phases before it have.
 */
public enum Phase {
  ZERO_SCALE(0, "zero scale"),
  WEB_TIER(1, "web tier"),
  CACHE(2, "cache"),
  READ_REPLICAS(3, "read replicas"),
  QUEUES(4, "queues"),
  SHARDS(5, "shards"),
  CDN(6, "CDN"),
  MICROSERVICES(7, "microservices"),
  WORLD(8, "world");

  /** The phases whose stacks exist; those between lack a service of their own still. */
  private static final Set<Phase> IMPLEMENTED = EnumSet.of(ZERO_SCALE, WEB_TIER, QUEUES);

  private final int number;
  private final String title;

  Phase(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** Returns the phase of this number, which must be one that is implemented. */
  public static Phase numbered(int number) {
    Phase phase = withNumber(number).orElseThrow(() -> new UnknownPhase(String.valueOf(number)));
    if (!IMPLEMENTED.contains(phase)) {
      throw new PhaseNotImplemented(phase);
    }
    return phase;
  }

  /** Returns the phases whose stacks exist, from the smallest. */
  public static List<Phase> implemented() {
    return List.copyOf(IMPLEMENTED);
  }

  public int number() {
    return number;
  }

  public String title() {
    return title;
  }

  /** Returns the phase to climb to when this one is outgrown. */
  public Optional<Phase> next() {
    return withNumber(number + 1);
  }

  /** Whether climbing to the next phase cures this. */
  public boolean isOutgrownBy(Symptom symptom) {
    return outgrownBy().contains(symptom);
  }

  private Set<Symptom> outgrownBy() {
    return switch (this) {
      case ZERO_SCALE -> EnumSet.of(Symptom.THROTTLED, Symptom.SLOW_ANSWERS);
      case WEB_TIER -> EnumSet.of(Symptom.READ_CAPACITY, Symptom.SLOW_READS);
      case CACHE -> EnumSet.of(Symptom.WRITE_CAPACITY);
      case READ_REPLICAS -> EnumSet.of(Symptom.SLOW_WORK);
      case QUEUES -> EnumSet.of(Symptom.TABLE_LIMITS);
      case SHARDS -> EnumSet.of(Symptom.EGRESS);
      case CDN -> EnumSet.of(Symptom.COLLIDING_TEAMS);
      case MICROSERVICES -> EnumSet.of(Symptom.DISTANCE);
      case WORLD -> EnumSet.noneOf(Symptom.class);
    };
  }

  /** Whether each endpoint has a function of its own; before, one function serves them all. */
  public boolean splitsFunctions() {
    return reaches(WEB_TIER);
  }

  /** Whether hot functions may keep provisioned environments that scale with their use. */
  public boolean provisionsConcurrency() {
    return reaches(WEB_TIER);
  }

  /** Whether so much load is let in that it can reach a table's limits. */
  public boolean canExhaustTables() {
    return reaches(WEB_TIER);
  }

  /** Whether a DAX cluster stands before the tables. */
  public boolean hasCache() {
    return reaches(CACHE);
  }

  /** Whether tables have replicas that serve eventually consistent reads. */
  public boolean hasReadReplicas() {
    return reaches(READ_REPLICAS);
  }

  /** Whether slow work goes to queues and their workers. */
  public boolean hasQueues() {
    return reaches(QUEUES);
  }

  /** Whether sharded services spread over many tables. */
  public boolean hasShards() {
    return reaches(SHARDS);
  }

  /** Whether a CDN serves the page and caches the API. */
  public boolean hasDistribution() {
    return reaches(CDN);
  }

  /** Whether each service has its own stack and they talk over a bus. */
  public boolean splitsServices() {
    return reaches(MICROSERVICES);
  }

  /** Whether the system runs in several regions at once. */
  public boolean spansRegions() {
    return reaches(WORLD);
  }

  private static Optional<Phase> withNumber(int number) {
    return Arrays.stream(values()).filter(phase -> phase.number == number).findFirst();
  }

  private boolean reaches(Phase other) {
    return compareTo(other) >= 0;
  }

  @Override
  public String toString() {
    return number + " (" + title + ")";
  }
}
