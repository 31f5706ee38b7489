package dev.zerotomillions.local.scheduler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Need;
import dev.zerotomillions.local.gateway.common.Percent;
import dev.zerotomillions.local.gateway.common.Query;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Scheduler's API: asking for schedules. They are made by templates alone. */
final class SchedulerApi implements AwsApi {
  private static final String SCHEDULE = "/schedules/";

  private final Schedules schedules;

  SchedulerApi(Schedules schedules) {
    this.schedules = schedules;
  }

  @Override
  public String signingName() {
    return "scheduler";
  }

  @Override
  public List<Need> rights(AwsRequest request, Arns arns) throws AwsError {
    if (request.method().equals("GET") && request.path().equals("/schedules")) {
      return List.of(new Need("scheduler:ListSchedules", arns.of("scheduler", "schedule/*/*")));
    }
    if (request.method().equals("GET") && request.path().startsWith(SCHEDULE)) {
      String group = first(Query.parameters(request.query()), "groupName");
      String name = Percent.decode(request.path().substring(SCHEDULE.length()));
      String path = (group.isEmpty() ? Schedule.GROUP : group) + "/" + name;
      return List.of(new Need("scheduler:GetSchedule", arns.of("scheduler", "schedule/" + path)));
    }
    throw Guard.unknown("scheduler", request.method() + " " + request.path());
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError {
    Map<String, List<String>> query = Query.parameters(request.query());
    if (request.method().equals("GET") && request.path().equals("/schedules")) {
      return json(list(request.region(), query));
    }
    if (request.method().equals("GET") && request.path().startsWith(SCHEDULE)) {
      String name = Percent.decode(request.path().substring(SCHEDULE.length()));
      return json(Descriptions.whole(find(request.region(), first(query, "groupName"), name)));
    }
    throw new AwsError(
        501, "NotImplemented", "Emulated of scheduler here: GetSchedule, ListSchedules");
  }

  private Schedule find(String region, String group, String name) throws AwsError {
    return schedules.in(region).stream()
        .filter(each -> each.name().equals(name))
        .filter(each -> group.isEmpty() || group.equals(Schedule.GROUP))
        .findFirst()
        .orElseThrow(
            () ->
                new AwsError(
                    404,
                    "ResourceNotFoundException",
                    "Schedule %s does not exist.".formatted(name)));
  }

  /** A page of summaries; the token is the number of those before it. */
  private ObjectNode list(String region, Map<String, List<String>> query) throws AwsError {
    String group = first(query, "ScheduleGroup");
    String state = first(query, "State");
    List<Schedule> all =
        schedules.in(region).stream()
            .filter(each -> group.isEmpty() || group.equals(Schedule.GROUP))
            .filter(each -> each.name().startsWith(first(query, "NamePrefix")))
            .filter(each -> state.isEmpty() || state.equals(Descriptions.state(each)))
            .toList();
    int from = number(first(query, "NextToken"), 0, all.size());
    int most = Math.max(1, number(first(query, "MaxResults"), 100, 100));
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode summaries = page.putArray("Schedules");
    all.stream().skip(from).limit(most).map(Descriptions::summary).forEach(summaries::add);
    if (from + most < all.size()) {
      page.put("NextToken", Integer.toString(from + most));
    }
    return page;
  }

  private static int number(String text, int otherwise, int most) throws AwsError {
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > most) {
      throw new AwsError(400, "ValidationException", "'%s' is not valid here".formatted(text));
    }
    return Integer.parseInt(text);
  }

  private static String first(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of("")).getFirst();
  }

  private static AwsResponse json(ObjectNode body) {
    return new AwsResponse(
        200,
        Map.of("Content-Type", "application/json"),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
