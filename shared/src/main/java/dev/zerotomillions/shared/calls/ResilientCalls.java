package dev.zerotomillions.shared.calls;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The other services, each with its own protection. */
@Singleton
final class ResilientCalls implements ServiceCalls {
  private final Map<String, ServiceClient> clients = new ConcurrentHashMap<>();
  private final Transport transport;
  private final InstantSource clock;

  ResilientCalls(
      @Named(Transport.IN_PROCESS) BeanProvider<Transport> inProcess, InstantSource clock) {
    this.transport = inProcess.get();
    this.clock = clock;
  }

  @Override
  public ServiceClient to(String service) {
    return clients.computeIfAbsent(service, name -> new ResilientClient(name, transport, clock));
  }
}
