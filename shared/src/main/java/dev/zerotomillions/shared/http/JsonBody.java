package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.json.RecordBinder;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.body.JsonMessageHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Reads bodies into records and writes answers, both as JSON. */
@Singleton
@Replaces(JsonMessageHandler.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, ProblemAnswers.MEDIA_TYPE})
final class JsonBody<T> implements MessageBodyReader<T>, MessageBodyWriter<T> {

  @Override
  public T read(Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream in) {
    try {
      return type.getType().cast(RecordBinder.bind(type.getType(), Json.read(in.readAllBytes())));
    } catch (IOException e) {
      throw new CodecException("The body could not be read", e);
    }
  }

  @Override
  public void writeTo(
      Argument<T> type, MediaType mediaType, T object, MutableHeaders headers, OutputStream out) {
    headers.set("content-type", mediaType);
    try {
      out.write(Json.write(object));
    } catch (IOException e) {
      throw new CodecException("The answer could not be written", e);
    }
  }
}
