package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.calls.CallAnswer;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.calls.ServiceCall;
import dev.zerotomillions.shared.calls.ServiceCalls;
import dev.zerotomillions.shared.observe.Correlation;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Endpoints that services call, for tests. */
@Controller
class InternalEndpoint {
  private final ServiceCalls calls;
  private final InstantSource clock;

  InternalEndpoint(ServiceCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  @Introspected
  record Greeting(String text) {}

  @Introspected
  record Context(String caller, String correlation, long remaining) {}

  @Post("/internal/greeter/greetings")
  Context greet(ServiceCaller caller, @Body Greeting greeting) {
    return context(caller);
  }

  @Get("/internal/greeter/failure")
  String fail(ServiceCaller caller) {
    throw new IllegalStateException(caller + " asked for it");
  }

  /** What an endpoint outside of {@code /internal} does with the parameter. */
  @Get("/hidden")
  Context hidden(ServiceCaller caller) {
    return context(caller);
  }

  /** Calls this very function. */
  @Get("/echo-internal")
  Map<String, Object> relay() {
    ServiceCall call = ServiceCall.post("/internal/greeter/greetings", new Greeting("hello"));
    CallAnswer answer =
        calls.to("greeter").send(call, Deadline.within(Duration.ofSeconds(2), clock));
    Context inner = answer.as(Context.class);
    return Map.of(
        "caller",
        inner.caller,
        "innerRemaining",
        inner.remaining,
        "innerCorrelation",
        inner.correlation,
        "outerRemaining",
        remaining(),
        "outerCorrelation",
        Correlation.currentId().orElse(""));
  }

  private Context context(ServiceCaller caller) {
    return new Context(caller.identity(), Correlation.currentId().orElse(""), remaining());
  }

  private long remaining() {
    return Deadline.current().map(end -> end.remaining(clock).toMillis()).orElse(-1L);
  }
}
