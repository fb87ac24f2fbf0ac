package io.certhall.backoffice.support;

import org.springframework.context.annotation.Import;

/** The application of {@link Screen}. */
@Import({TestBackoffice.class, TestMerchant.class})
class TestViews {}
