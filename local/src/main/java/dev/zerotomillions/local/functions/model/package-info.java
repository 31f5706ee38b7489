/** What is deployed: functions, their versions and aliases, and how they are named. */
@NullMarked
package dev.zerotomillions.local.functions.model;

import org.jspecify.annotations.NullMarked;
