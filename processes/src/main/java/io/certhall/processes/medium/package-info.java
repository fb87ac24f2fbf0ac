/** Key media: lots bought, where each key is and was, and whether there are enough. */
@NullMarked
package io.certhall.processes.medium;

import org.jspecify.annotations.NullMarked;
