/**
 * What takes the place of a part of AWS's runtime interface client in functions' processes.
 *
 * <p>It has to bear that part's name, so that the rest of AWS's client runs on it unchanged.
 */
@NullMarked
package com.amazonaws.services.lambda.runtime.api.client.runtimeapi;

import org.jspecify.annotations.NullMarked;
