/** What relying parties are told of certificates: what is due to be signed, and what was signed. */
@NullMarked
package io.certhall.processes.status;

import org.jspecify.annotations.NullMarked;
