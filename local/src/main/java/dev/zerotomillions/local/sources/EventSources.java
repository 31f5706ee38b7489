package dev.zerotomillions.local.sources;

import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.iam.Permissions;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.sqs.Queues;
import java.util.List;
import java.util.function.Consumer;

/** Lambda's event source mappings. */
public final class EventSources implements AutoCloseable {
  private final Mappings mappings;
  private final ResourceType type;

  /**
   * Makes them; none stands yet.
   *
   * @param notices takes a line for each failure to poll
   */
  public EventSources(
      Functions functions,
      FunctionRegistry registry,
      Permissions permissions,
      Queues queues,
      Consumer<String> notices) {
    this.mappings = new Mappings(queues, functions, notices);
    this.type = new MappingType(mappings, new MappingChecks(registry, permissions, queues));
  }

  /** Lambda's API, with that of the mappings. */
  public AwsApi api(AwsApi lambda) {
    return new MappingsApi(lambda, mappings);
  }

  public List<ResourceType> resourceTypes() {
    return List.of(type);
  }

  @Override
  public void close() {
    mappings.close();
  }
}
