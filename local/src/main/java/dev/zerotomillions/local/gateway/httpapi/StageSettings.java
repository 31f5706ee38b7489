package dev.zerotomillions.local.gateway.httpapi;

import dev.zerotomillions.local.gateway.common.AccessLog;
import dev.zerotomillions.local.gateway.common.TokenBucket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a stage's resource says, apart from the routes. */
record StageSettings(
    boolean autoDeploy,
    String deploymentId,
    Map<String, String> variables,
    Map<String, TokenBucket.Limit> limits,
    TokenBucket.@Nullable Limit defaultLimit,
    @Nullable AccessLog accessLog) {}
