package dev.zerotomillions.shared.calls;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.observe.Metrics;
import dev.zerotomillions.shared.observe.Traces;
import dev.zerotomillions.shared.resilience.Guards;
import dev.zerotomillions.shared.resilience.Sleeper;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * The other services. The beans that calls need are looked up with the first call, as most requests
 * of most functions make none.
 */
@Singleton
final class ResilientCalls implements ServiceCalls {
  private final Map<String, ServiceClient> clients = new ConcurrentHashMap<>();
  private final BeanContext beans;
  private final Settings settings;

  ResilientCalls(BeanContext beans, Settings settings) {
    this.beans = beans;
    this.settings = settings;
  }

  @Override
  public ServiceClient to(String service) {
    return clients.computeIfAbsent(service, this::client);
  }

  private ServiceClient client(String service) {
    boolean inProcess = settings.isMonolith();
    CallPolicy policy =
        beans
            .findBean(CallPolicy.class, Qualifiers.byName(service))
            .orElseGet(CallPolicy::standard);
    String transport = inProcess ? Transport.IN_PROCESS : Transport.SIGNED_HTTP;
    return new ResilientClient(
        service,
        new TracedTransport(
            service,
            beans.getBean(Transport.class, Qualifiers.byName(transport)),
            beans.getBean(Traces.class)),
        inProcess ? Guard.OPEN_DOOR : guard(service, policy),
        policy,
        new Means(
            beans.getBean(InstantSource.class),
            beans.getBean(RandomGenerator.class),
            beans.getBean(Sleeper.class),
            beans.getBean(Metrics.class)));
  }

  private Guard guard(String service, CallPolicy policy) {
    Guards guards = beans.getBean(Guards.class);
    Table table = beans.getBean(Database.class).table(settings.ownTable());
    return new Guard.Shared(
        service,
        guards.breaker(table, service, policy.breaker()),
        policy.slots() == 0 ? null : guards.bulkhead(table, service, policy.slots()));
  }
}
