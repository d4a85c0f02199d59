package health.trellis.thread.web;

/**
 * Words about another record that can be put into a note: plain text, dated and marked as a
 * quotation, so that the note keeps it as it was.
 *
 * @param title what is quoted, with its date
 * @param text all of it, mark and date included
 */
public record Quotation(String title, String text) {}
