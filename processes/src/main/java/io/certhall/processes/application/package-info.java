/** Applying: drafts, rules, submission, withdrawal, and how an order ends. */
@NullMarked
package io.certhall.processes.application;

import org.jspecify.annotations.NullMarked;
