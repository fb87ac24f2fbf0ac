/** Text messages through Alibaba Cloud (Dysms). */
@NullMarked
package io.certhall.workers.notification.aliyun;

import org.jspecify.annotations.NullMarked;
