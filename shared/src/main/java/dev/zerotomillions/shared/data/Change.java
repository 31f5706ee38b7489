package dev.zerotomillions.shared.data;

import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A conditional write of one item, and the refusal that its failed condition means. */
public record Change(TransactWriteItem item, Function<Row, RuntimeException> refusalOf) {

  RuntimeException refusal(Row found) {
    return refusalOf.apply(found);
  }
}
