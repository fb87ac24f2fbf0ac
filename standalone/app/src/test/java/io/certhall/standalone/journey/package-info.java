/** The whole hall from outside: as a child process, over HTTP and in a browser. */
@NullMarked
package io.certhall.standalone.journey;

import org.jspecify.annotations.NullMarked;
