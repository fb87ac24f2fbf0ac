/** Organisations: their profile, its approval per hall, and their people. */
@NullMarked
package io.certhall.processes.organisation;

import org.jspecify.annotations.NullMarked;
