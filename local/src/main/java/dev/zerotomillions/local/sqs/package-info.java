/** SQS: queues on ElasticMQ, with what it lacks of AWS's service. */
@NullMarked
package dev.zerotomillions.local.sqs;

import org.jspecify.annotations.NullMarked;
