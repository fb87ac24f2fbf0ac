package io.certhall.backoffice.api.token;

/**
 * A picture to be read by a human.
 *
 * @param token goes back as {@code captchaToken}
 * @param png the picture, Base64
 */
record CaptchaView(String token, byte[] png) {}
