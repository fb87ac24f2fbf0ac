/** Alibaba Cloud's text messages, and the phones that receive them. */
@NullMarked
package io.certhall.standalone.simulator.sms;

import org.jspecify.annotations.NullMarked;
