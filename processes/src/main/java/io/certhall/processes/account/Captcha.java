package io.certhall.processes.account;

/**
 * A picture with characters to be read by a human.
 *
 * @param token goes back with the answer
 * @param png the picture, 160 x 56
 */
public record Captcha(String token, byte[] png) {}
