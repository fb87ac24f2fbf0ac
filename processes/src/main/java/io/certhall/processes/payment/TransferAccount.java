package io.certhall.processes.payment;

/**
 * Where a transfer goes.
 *
 * @param remark to quote with the transfer, so that finance finds it: the order's number
 */
public record TransferAccount(String name, String bank, String account, String remark) {}
