/**
 * REST v1: what every resource shares — authentication by bearer token, problem documents, pages,
 * requests done once. Rights are checked by the services, not here.
 */
@NullMarked
package io.certhall.backoffice.api;

import org.jspecify.annotations.NullMarked;
