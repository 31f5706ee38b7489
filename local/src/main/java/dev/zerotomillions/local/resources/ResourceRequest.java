package dev.zerotomillions.local.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the engine asks of a resource type.
 *
 * @param region the AWS region that the stack is deployed to
 * @param account the AWS account number, 12 digits
 * @param stack the stack's name
 * @param logicalId the resource's logical id in its template
 * @param type the CloudFormation type name
 * @param properties the resource's properties, every intrinsic resolved
 */
public record ResourceRequest(
    String region,
    String account,
    String stack,
    String logicalId,
    String type,
    ObjectNode properties) {}
