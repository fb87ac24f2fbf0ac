/** WeChat Pay v3, Native payments, with the provider's public key. */
@NullMarked
package io.certhall.backoffice.payment.wechat;

import org.jspecify.annotations.NullMarked;
