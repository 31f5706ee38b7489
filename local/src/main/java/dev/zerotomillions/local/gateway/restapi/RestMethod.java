package dev.zerotomillions.local.gateway.restapi;

/**
 * A method of a REST API's resource.
 *
 * @param iam whether IAM authorizes its callers
 */
record RestMethod(RestIntegration integration, boolean iam) {}
