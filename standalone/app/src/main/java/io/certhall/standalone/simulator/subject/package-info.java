/** A shared subject platform in the shape that halls read. */
@NullMarked
package io.certhall.standalone.simulator.subject;

import org.jspecify.annotations.NullMarked;
