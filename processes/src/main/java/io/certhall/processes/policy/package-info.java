/** Published policies: what runs, and under which key the engine knows it. */
@NullMarked
package io.certhall.processes.policy;

import org.jspecify.annotations.NullMarked;
