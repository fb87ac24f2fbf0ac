/** What a hall tells the holders of its certificates on its own. */
@NullMarked
package io.certhall.processes.announcement;

import org.jspecify.annotations.NullMarked;
