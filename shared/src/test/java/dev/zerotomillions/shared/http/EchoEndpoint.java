package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Endpoints that show what a controller sees, for tests. */
@Controller("/echo")
class EchoEndpoint {

  @Introspected
  record Line(@NotBlank @Size(max = 10) String name, @Min(1) @Max(99) int quantity) {}

  @Introspected
  record Note(
      @Size(max = 5) String text,
      long number,
      boolean flag,
      @Size(min = 1, max = 3) List<Line> lines,
      @Nullable Money price) {}

  @Post
  Note post(@Body Note note) {
    return note;
  }

  @Post("/raw")
  @Consumes(MediaType.ALL)
  Map<String, Object> raw(RawBody body) {
    return Map.of("text", body.text(), "form", body.form());
  }

  @Get("/{word}")
  Map<String, Object> get(
      String word, @QueryValue @Nullable Integer limit, @QueryValue @Nullable String q) {
    return Map.of("word", word, "limit", limit == null ? -1 : limit, "q", q == null ? "none" : q);
  }

  @Get("/failure/unforeseen")
  String fail() {
    throw new IllegalArgumentException("nobody foresaw this");
  }
}
