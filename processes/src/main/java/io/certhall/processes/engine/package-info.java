/** The one port to the process engine and its Zeebe adapter. */
@NullMarked
package io.certhall.processes.engine;

import org.jspecify.annotations.NullMarked;
