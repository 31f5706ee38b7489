package dev.zerotomillions.local.functions.api;

import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsResponse;

/** One operation of the API. */
@FunctionalInterface
interface Operation {
  AwsResponse answer(Call call) throws AwsError, InterruptedException;
}
