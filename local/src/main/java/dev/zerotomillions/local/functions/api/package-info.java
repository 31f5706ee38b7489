/** Lambda's API, as the AWS CLI and SDKs call it. */
@NullMarked
package dev.zerotomillions.local.functions.api;

import org.jspecify.annotations.NullMarked;
