/** Special service (专项服务): questions with files, answered by staff; no order (G-57). */
@NullMarked
package io.certhall.processes.ticket;

import org.jspecify.annotations.NullMarked;
