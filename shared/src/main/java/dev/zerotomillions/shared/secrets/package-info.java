/** Secrets that the cloud keeps: Systems Manager's SecureString parameters. */
@NullMarked
package dev.zerotomillions.shared.secrets;

import org.jspecify.annotations.NullMarked;
