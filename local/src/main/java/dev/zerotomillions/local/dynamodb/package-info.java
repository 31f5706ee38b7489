/** DynamoDB: AWS's API in front of the engine, and the table resources. */
@NullMarked
package dev.zerotomillions.local.dynamodb;

import org.jspecify.annotations.NullMarked;
