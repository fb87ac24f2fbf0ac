/** Three elements compared by Alibaba Cloud. */
@NullMarked
package io.certhall.backoffice.identity.aliyun;

import org.jspecify.annotations.NullMarked;
