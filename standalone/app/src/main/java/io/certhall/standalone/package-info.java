/**
 * The whole hall on one machine: local database, local engine, workers, back office, simulators.
 */
@NullMarked
package io.certhall.standalone;

import org.jspecify.annotations.NullMarked;
