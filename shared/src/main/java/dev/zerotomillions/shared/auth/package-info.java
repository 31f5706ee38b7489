/** Who calls: access tokens and their verification without a call to anyone. */
@NullMarked
package dev.zerotomillions.shared.auth;

import org.jspecify.annotations.NullMarked;
