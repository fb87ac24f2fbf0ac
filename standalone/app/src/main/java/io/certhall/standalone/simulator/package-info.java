/** Outside systems, played on this machine. Never part of a production installation. */
@NullMarked
package io.certhall.standalone.simulator;

import org.jspecify.annotations.NullMarked;
