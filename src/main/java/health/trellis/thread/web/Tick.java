package health.trellis.thread.web;

import java.time.LocalDate;

/**
 * A day that is named below a timeline's drawing.
 *
 * @param month whether it stands for the month that it begins
 */
public record Tick(String x, LocalDate day, boolean month) {}
