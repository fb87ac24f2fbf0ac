package io.certhall.backoffice.shell;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;

/** A date picker's words in the reader's language; weeks begin on Monday. */
public final class DateWords {

  private DateWords() {}

  public static DatePicker.DatePickerI18n words() {
    List<DayOfWeek> fromSunday =
        List.of(
            DayOfWeek.SUNDAY,
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.SATURDAY);
    return new DatePicker.DatePickerI18n()
        .setToday(Texts.of("staff.date.today"))
        .setCancel(Texts.of("shell.cancel"))
        .setFirstDayOfWeek(1)
        .setDateFormats("yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d")
        .setMonthNames(
            Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, Texts.locale()))
                .toList())
        .setWeekdays(
            fromSunday.stream()
                .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, Texts.locale()))
                .toList())
        .setWeekdaysShort(
            fromSunday.stream()
                .map(day -> day.getDisplayName(TextStyle.NARROW_STANDALONE, Texts.locale()))
                .toList());
  }
}
