package io.certhall.processes.calendar;

/**
 * How sure a year's holidays are.
 *
 * @param announced by the State Council; else expected only
 * @param source where the days come from
 */
public record CalendarYear(int year, boolean announced, String source, int version) {}
