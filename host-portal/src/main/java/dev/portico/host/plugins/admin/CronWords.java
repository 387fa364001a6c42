package dev.portico.host.plugins.admin;

import dev.portico.host.texts.Texts;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Schedules as people say them. */
final class CronWords {

    private static final Texts TEXTS = Texts.of("plugins");
    private static final Pattern MINUTES = Pattern.compile("\\*/(\\d{1,2}) \\* \\* \\* \\*");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}) \\*/(\\d{1,2}) \\* \\* \\*");
    private static final Pattern HOURLY = Pattern.compile("\\d{1,2} \\* \\* \\* \\*");
    private static final Pattern TIME = Pattern.compile("([0-5]?\\d) ([01]?\\d|2[0-3]) (.+)");

    private CronWords() {}

    /** A five-field cron expression in words, or as it is if there are none for it; empty: on request only. */
    static String of(String cron) {
        String schedule = cron.strip().replaceAll("\\s+", " ");
        if (schedule.isEmpty()) {
            return TEXTS.text("schedule.none");
        }
        Matcher minutes = MINUTES.matcher(schedule);
        if (schedule.equals("* * * * *")) {
            return TEXTS.text("schedule.minutes", 1);
        } else if (minutes.matches()) {
            return TEXTS.text("schedule.minutes", Integer.valueOf(minutes.group(1)));
        } else if (HOURLY.matcher(schedule).matches()) {
            return TEXTS.text("schedule.hours", 1);
        }
        Matcher hours = HOURS.matcher(schedule);
        if (hours.matches()) {
            return TEXTS.text("schedule.hours", Integer.valueOf(hours.group(2)));
        }
        Matcher time = TIME.matcher(schedule);
        return time.matches()
                ? atTime(LocalTime.of(Integer.parseInt(time.group(2)), Integer.parseInt(time.group(1))), time.group(3), cron)
                : TEXTS.text("schedule.other", cron);
    }

    private static String atTime(LocalTime time, String days, String cron) {
        String at = time.toString();
        if (days.equals("* * *")) {
            return TEXTS.text("schedule.daily", at);
        } else if (days.equals("* * 1-5")) {
            return TEXTS.text("schedule.weekdays", at);
        } else if (days.matches("\\* \\* [0-7]")) {
            int day = Character.digit(days.charAt(4), 10);
            String name = DayOfWeek.of(day == 0 ? 7 : day).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            return TEXTS.text("schedule.weekly", name, at);
        } else if (days.matches("\\d{1,2} \\* \\*")) {
            return TEXTS.text("schedule.monthly", Integer.valueOf(days.substring(0, days.indexOf(' '))), at);
        }
        return TEXTS.text("schedule.other", cron);
    }
}
