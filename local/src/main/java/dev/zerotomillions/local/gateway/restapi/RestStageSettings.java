package dev.zerotomillions.local.gateway.restapi;

import dev.zerotomillions.local.gateway.common.AccessLog;
import dev.zerotomillions.local.gateway.common.TokenBucket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a stage's resource says, apart from the deployment. */
record RestStageSettings(
    String deploymentId,
    Map<String, String> variables,
    Map<String, TokenBucket.Limit> limits,
    @Nullable AccessLog accessLog) {}
