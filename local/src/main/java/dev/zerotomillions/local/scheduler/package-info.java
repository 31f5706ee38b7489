/** EventBridge Scheduler: invokes functions when their time has come. */
@NullMarked
package dev.zerotomillions.local.scheduler;

import org.jspecify.annotations.NullMarked;
