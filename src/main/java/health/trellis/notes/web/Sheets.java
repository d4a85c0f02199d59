package health.trellis.notes.web;

import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** A4 pages of a PDF that are filled with plain text from the top to the bottom. */
final class Sheets implements AutoCloseable {
  private static final float EDGE = 62;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * EDGE;
  private static final float TOP = PDRectangle.A4.getHeight() - 84;
  private static final float BOTTOM = 76;
  private static final float LINE = 1.45f;

  /** How text looks: its size, whether it is bold, and the space above it. */
  enum Style {
    TITLE(14, true, 18),
    HEADING(10, true, 12),
    TEXT(10, false, 3),
    SMALL(8.5f, false, 3);

    private final float size;
    private final boolean bold;
    private final float above;

    Style(float size, boolean bold, float above) {
      this.size = size;
      this.bold = bold;
      this.above = above;
    }
  }

  private final PDDocument file;
  private final Typeface plain;
  private final Typeface bold;
  private String head = "";
  private float left;
  private @Nullable PDPageContentStream page;

  Sheets(PDDocument file) throws IOException {
    this.file = file;
    this.plain = Typeface.of(file, "");
    this.bold = Typeface.of(file, "-Bold");
  }

  /** Goes on a new page; this stands above it and above those that follow. */
  void begin(String above) throws IOException {
    head = above;
    turn();
  }

  /** Adds paragraphs, and pages where they are needed. */
  void write(Style style, String text) throws IOException {
    Typeface face = face(style);
    left -= style.above;
    if (style.bold && left < BOTTOM + 4 * style.size * LINE) {
      turn();
    }
    for (String paragraph : text.split("\\R", -1)) {
      String fitting = face.fitting(paragraph);
      boolean reordered = Bidi.requiresBidi(fitting.toCharArray(), 0, fitting.length());
      Bidi order = reordered ? new Bidi(fitting, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT) : null;
      for (Span span : lines(face, style.size, fitting)) {
        put(style, line(fitting, span, order), order != null && !order.baseIsLeftToRight());
      }
    }
  }

  /** Writes the number below each page, and a remark beside it. */
  void number(BiFunction<Integer, Integer, String> pageOf, String remark) throws IOException {
    close();
    int all = file.getNumberOfPages();
    for (int at = 0; at < all; at++) {
      try (PDPageContentStream foot =
          new PDPageContentStream(file, file.getPage(at), AppendMode.APPEND, true, true)) {
        String number = pageOf.apply(at + 1, all);
        show(foot, Style.SMALL, plain.fitting(remark), EDGE, 48);
        show(foot, Style.SMALL, number, EDGE + WIDTH - width(plain, Style.SMALL.size, number), 48);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (page != null) {
      page.close();
      page = null;
    }
  }

  private void turn() throws IOException {
    close();
    PDPage next = new PDPage(PDRectangle.A4);
    file.addPage(next);
    PDPageContentStream opened = new PDPageContentStream(file, next);
    page = opened;
    String fitting = plain.fitting(head);
    Span first = lines(plain, Style.SMALL.size, fitting).get(0);
    Bidi order =
        Bidi.requiresBidi(fitting.toCharArray(), 0, fitting.length())
            ? new Bidi(fitting, Bidi.DIRECTION_LEFT_TO_RIGHT)
            : null;
    show(opened, Style.SMALL, line(fitting, first, order), EDGE, TOP + 30);
    left = TOP;
  }

  private void put(Style style, String line, boolean fromRight) throws IOException {
    left -= style.size * LINE;
    if (left < BOTTOM) {
      turn();
      left -= style.size * LINE;
    }
    float from = fromRight ? EDGE + WIDTH - width(face(style), style.size, line) : EDGE;
    if (page != null) {
      show(page, style, line, from, left);
    }
  }

  private void show(PDPageContentStream on, Style style, String line, float x, float y)
      throws IOException {
    if (line.isEmpty()) {
      return;
    }
    on.beginText();
    on.setFont(face(style).font(), style.size);
    on.newLineAtOffset(x, y);
    on.showText(line);
    on.endText();
  }

  private Typeface face(Style style) {
    return style.bold ? bold : plain;
  }

  private static float width(Typeface face, float size, String line) throws IOException {
    float width = 0;
    for (int sign : line.codePoints().toArray()) {
      width += face.width(sign, size);
    }
    return width;
  }

  /** Where a line begins and ends in its paragraph. */
  private record Span(int from, int to) {}

  /**
   * Broken after the last space that fits, or in the middle of a word that is wider than a line.
   */
  private static List<Span> lines(Typeface face, float size, String text) throws IOException {
    List<Span> lines = new ArrayList<>();
    int from = 0;
    int space = -1;
    float width = 0;
    float sinceSpace = 0;
    for (int at = 0; at < text.length(); ) {
      int sign = text.codePointAt(at);
      float wide = face.width(sign, size);
      if (width + wide > WIDTH && at > from && sign != ' ') {
        int to = space > from ? space : at;
        lines.add(new Span(from, to));
        width = space > from ? sinceSpace : 0;
        from = to;
        space = -1;
        sinceSpace = 0;
      }
      width += wide;
      sinceSpace += wide;
      at += Character.charCount(sign);
      if (sign == ' ') {
        space = at;
        sinceSpace = 0;
      }
    }
    lines.add(new Span(from, text.length()));
    return lines;
  }

  /** A line in the order in which it is seen. */
  private static String line(String paragraph, Span span, @Nullable Bidi order) {
    if (order == null || span.from == span.to) {
      return paragraph.substring(span.from, span.to).stripTrailing();
    }
    Bidi seen = order.createLineBidi(span.from, span.to);
    int many = seen.getRunCount();
    byte[] levels = new byte[many];
    Integer[] runs = new Integer[many];
    for (int run = 0; run < many; run++) {
      levels[run] = (byte) seen.getRunLevel(run);
      runs[run] = run;
    }
    Bidi.reorderVisually(levels, 0, runs, 0, many);
    StringBuilder line = new StringBuilder();
    for (int run : runs) {
      String part =
          paragraph.substring(span.from + seen.getRunStart(run), span.from + seen.getRunLimit(run));
      line.append(seen.getRunLevel(run) % 2 == 0 ? part : backwards(part));
    }
    return line.toString().strip();
  }

  /** The last sign first, each with the marks that belong to it, brackets turned round. */
  private static String backwards(String part) {
    StringBuilder turned = new StringBuilder();
    int[] signs = part.codePoints().toArray();
    int end = signs.length;
    for (int at = signs.length - 1; at >= 0; at--) {
      if (at > 0 && Character.getType(signs[at]) == Character.NON_SPACING_MARK) {
        continue;
      }
      turned.appendCodePoint(mirrored(signs[at]));
      for (int mark = at + 1; mark < end; mark++) {
        turned.appendCodePoint(signs[mark]);
      }
      end = at;
    }
    return turned.toString();
  }

  private static int mirrored(int sign) {
    return switch (sign) {
      case '(' -> ')';
      case ')' -> '(';
      case '[' -> ']';
      case ']' -> '[';
      case '{' -> '}';
      case '}' -> '{';
      case '<' -> '>';
      case '>' -> '<';
      case '«' -> '»';
      case '»' -> '«';
      default -> sign;
    };
  }
}
